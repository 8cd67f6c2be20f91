import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../platform/database/transactions';
import { SeaReportAside } from './report-aside.entity';

/** What somebody has to ask the vessel about: it stands with the family on the manifest. */
@Injectable()
export class ReportsAside {
  constructor(private readonly transactions: Transactions) {}

  /** Inside a transaction. */
  async add(report: Omit<SeaReportAside, 'id'>): Promise<void> {
    await this.transactions.manager.insert(SeaReportAside, { id: randomUUID(), ...report });
  }

  of(farewellId: string): Promise<SeaReportAside[]> {
    const order = { saidAt: 'ASC', id: 'ASC' } as const;
    return this.transactions.manager.find(SeaReportAside, { where: { farewellId }, order });
  }
}

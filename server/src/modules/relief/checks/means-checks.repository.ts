import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import { MeansCheck } from './means-check.entity';

/** All SQL about means checks. */
@Injectable()
export class MeansChecksRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  find(id: string): Promise<MeansCheck | null> {
    return this.transactions.manager.findOneBy(MeansCheck, { id });
  }

  /** Of an application: oldest first. */
  ofApplication(applicationId: string): Promise<MeansCheck[]> {
    const order = { askedAt: 'ASC', id: 'ASC' } as const;
    return this.transactions.manager.find(MeansCheck, { where: { applicationId }, order });
  }

  /** As `ofApplication`, as they stand now, for a change. */
  ofApplicationForUpdate(applicationId: string): Promise<MeansCheck[]> {
    const { manager } = this.transactions;
    return manager.find(MeansCheck, { where: { applicationId }, ...forUpdate(manager) });
  }

  async create(of: Pick<MeansCheck, 'applicationId' | 'caseId' | 'authorisationId'>): Promise<string> {
    const id = randomUUID();
    const row = { ...of, id, state: 'asked' as const, askedAt: this.clock.now(), endedAt: null };
    await this.transactions.manager.insert(MeansCheck, row);
    return id;
  }

  /** Ends a check that is still open; false when it had ended. */
  async end(id: string, state: Exclude<MeansCheck['state'], 'asked'>): Promise<boolean> {
    const change = { state, endedAt: this.clock.now() };
    const { affected } = await this.transactions.manager.update(MeansCheck, { id, state: 'asked' }, change);
    return affected === 1;
  }
}

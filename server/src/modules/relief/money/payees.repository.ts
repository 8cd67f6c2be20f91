import { randomUUID } from 'node:crypto';
import type { PayeeCheck, PayeeChoice } from '@jinmen/shared/applications/payee';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { PayeeRow, payeeChoice } from './payee.entity';

/** Where the money should go, the number whole: mask it before it leaves the server. */
export interface OpenedPayee {
  readonly row: Readonly<PayeeRow>;
  readonly choice: PayeeChoice;
}

/** All SQL about payees. Whoever changes one has locked its application before. */
@Injectable()
export class PayeesRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  async find(applicationId: string): Promise<OpenedPayee | undefined> {
    const row = await this.transactions.manager.findOne(PayeeRow, {
      where: { applicationId },
      order: { position: 'DESC' },
    });
    return row
      ? { row, choice: this.sealing.openJson<PayeeChoice>(labelIn(payeeChoice, row.id), row.choice) }
      : undefined;
  }

  countSince(applicationId: string, since: Date): Promise<number> {
    return this.transactions.manager.countBy(PayeeRow, { applicationId, at: MoreThan(since) });
  }

  async add(applicationId: string, choice: PayeeChoice): Promise<OpenedPayee> {
    const before = await this.find(applicationId);
    const id = randomUUID();
    const row: PayeeRow = {
      id,
      applicationId,
      position: (before?.row.position ?? 0) + 1,
      choice: this.sealing.sealJson(labelIn(payeeChoice, id), choice),
      state: 'none',
      checkedAt: null,
      at: this.clock.now(),
    };
    await this.transactions.manager.insert(PayeeRow, row);
    return { row, choice };
  }

  async setState(id: string, state: PayeeCheck, checkedAt?: Date): Promise<void> {
    await this.transactions.manager.update(PayeeRow, { id }, { state, ...(checkedAt && { checkedAt }) });
  }
}

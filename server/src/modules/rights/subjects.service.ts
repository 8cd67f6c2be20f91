import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import type { Subject } from './owned-rows';

/** Who an account is to the catalogue. Reads the tie alone: nobody's name is opened for it. */
@Injectable()
export class Subjects {
  constructor(private readonly transactions: Transactions) {}

  async of(accountId: string): Promise<Subject> {
    const [row]: { id: string }[] = await this.transactions.manager.query(
      'SELECT person_id AS id FROM account_person WHERE account_id = ?',
      [accountId],
    );
    return row ? { accountId, personId: row.id } : { accountId };
  }
}

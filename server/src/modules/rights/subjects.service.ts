import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { People } from '../identity/people.port';
import type { Subject } from './owned-rows';

/** Who an account is to the catalogue. Reads the tie alone: nobody's name is opened for it. */
@Injectable()
export class Subjects {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: People,
  ) {}

  /** The person only where this account reaches them. */
  async of(accountId: string): Promise<Subject> {
    const [row]: { id: string }[] = await this.transactions.manager.query(
      'SELECT person_id AS id FROM account_person WHERE account_id = ?',
      [accountId],
    );
    return row && (await this.people.firstOf(row.id)) === accountId ? { accountId, personId: row.id } : { accountId };
  }
}

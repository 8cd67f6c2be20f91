import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { AfterRestore } from '../../platform/integrity/after-restore';
import { Session } from './session.entity';

/**
 * Ends every session a backup brought back. Somebody may have signed out since, or had a stolen token found out; nothing
 * remembers which, and to sign in again is one tap.
 */
@Injectable()
export class SessionsAfterRestore {
  constructor(afterRestore: AfterRestore, transactions: Transactions, clock: Clock) {
    afterRestore.add(async () => {
      const ended = { endedAt: clock.now(), endedBy: 'sign-out' } as const;
      const { affected } = await transactions.run(() =>
        transactions.manager.update(Session, { endedAt: IsNull() }, ended),
      );
      return `${affected ?? 0} sessions of residents were ended: each signs in again`;
    });
  }
}

import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { eachApart } from '../../../platform/jobs/each-apart';
import { Jobs } from '../../../platform/jobs/jobs';
import { AccountForgetting } from './account-forgetting.service';
import { DeletionLedger } from './deletion-ledger';
import { HeldBack } from './held-back.service';

const CHUNK = 500;
const HOUR_MS = 3600_000;
/** Twice at least, whenever in an hour somebody asked. */
const AGAIN_FOR_MS = 3 * HOUR_MS;

/** Deleting an account, and doing it again on a database that was put back from before. */
@Injectable()
export class Deletions implements OnModuleInit, OnApplicationBootstrap {
  private readonly logger = new Logger('Deletions');

  constructor(
    private readonly ledger: DeletionLedger,
    private readonly forgetting: AccountForgetting,
    private readonly heldBack: HeldBack,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('account-forgotten-again', HOUR_MS, () => this.forgetAgain());
  }

  /**
   * The ledger first: whoever dies between the two has asked, and the next start does it.
   * @param why who asked: themself, or after their death a relative (个人信息保护法 第四十九条).
   */
  async delete(accountId: string, why: 'asked' | 'relative' = 'asked'): Promise<void> {
    this.ledger.append(accountId);
    await this.forgetting.forget(accountId, why);
  }

  /** Before anybody is answered. A fault keeps the server from starting: somebody who is to be gone would be there. */
  async onApplicationBootstrap(): Promise<void> {
    const forgotten = await this.replay();
    if (forgotten > 0) this.logger.warn({ forgottenAgain: forgotten });
  }

  /** Forgets whoever stands in the ledger and is there; how many that were. */
  async replay(): Promise<number> {
    const { accounts, broken } = this.ledger.read();
    if (broken > 0) this.logger.error({ alarm: 'deletion ledger', brokenLines: broken });
    let forgotten = 0;
    for (let from = 0; from < accounts.length; from += CHUNK) {
      for (const id of await this.thereOf(accounts.slice(from, from + CHUNK))) {
        await this.forgetting.forget(id, 'ledger');
        forgotten += 1;
      }
    }
    return forgotten;
  }

  /** What a request began that was let in before the account went, and written after; and what a hold kept that is over. */
  private async forgetAgain(): Promise<void> {
    const released = await this.heldBack.accountsOfReleased();
    const asked = await this.ledger.askedOf(released, this.clock.instantBefore(AGAIN_FOR_MS));
    await eachApart(asked, (id) => this.forgetting.forget(id, 'ledger'), this.logger);
  }

  private async thereOf(ids: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await this.transactions.manager.query(
      `SELECT id FROM account WHERE id IN (${ids.map(() => '?').join(', ')})`,
      [...ids],
    );
    return rows.map(({ id }) => id);
  }
}

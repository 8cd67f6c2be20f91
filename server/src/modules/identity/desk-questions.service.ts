import { Injectable } from '@nestjs/common';
import { Identity, type IdentityAnswer, type NamedNumber } from '../../bureaus/identity/identity.port';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config/config';
import { type CountedRow, DailyTries } from '../../platform/database/daily-tries';
import { Transactions } from '../../platform/database/transactions';
import { Sealing } from '../../platform/sealing/sealing';
import { untilFloor } from './answer-floor';
import { DeskQuestions } from './desk-questions.port';
import { tooManyAtDesk } from './identity-problems';
import { IdentityTries } from './identity-tries.entity';

/** Filed beside what residents ask, under a purpose of its own; `IdentityLimits` sweeps both. */
const TABLE = { entity: IdentityTries, purpose: 'identity-desk-try' };

@Injectable()
export class DeskQuestionsService extends DeskQuestions {
  private readonly tries: DailyTries;

  constructor(
    private readonly identity: Identity,
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    private readonly audit: Audit,
    config: Config,
  ) {
    super();
    this.tries = new DailyTries(transactions, sealing, TABLE, config.deskAskedPerDay);
  }

  get connected(): boolean {
    return this.identity.connected;
  }

  async ask(staffId: string, { name, idNumber }: NamedNumber): Promise<IdentityAnswer> {
    const counted = await this.transactions.run(() => this.count(staffId, idNumber));
    const began = performance.now();
    const answer = await this.identity.verify(name, idNumber);
    if (answer.kind === 'unavailable') await this.transactions.run(() => this.tries.giveBack(counted));
    await untilFloor(began);
    return answer;
  }

  /** On record before the bureau is asked: nobody asks about anybody without one. */
  private async count(staffId: string, idNumber: string): Promise<readonly CountedRow[]> {
    const day = this.clock.today();
    const subject = this.sealing.index(`${TABLE.purpose} of ${day}`, staffId).digest.toString('hex');
    const counted = await this.tries.take(day, subject, [idNumber]);
    if (counted === undefined) throw tooManyAtDesk(this.clock.now());
    await this.audit.record({ action: 'identity.asked-at-desk', actor: { kind: 'staff', id: staffId } });
    return counted;
  }
}

import { tidyPhone } from '@jinmen/shared/applications/check-field';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config/config';
import { DailyTries } from '../../platform/database/daily-tries';
import { Transactions } from '../../platform/database/transactions';
import { Jobs } from '../../platform/jobs/jobs';
import { Sealing } from '../../platform/sealing/sealing';
import { Accounts } from '../sessions/accounts.port';
import { TextTries } from './text-tries.entity';
import { TextedNumbers } from './texted-numbers.port';

const SWEEP_EVERY_MS = 3600_000;
const SENT = { entity: TextTries, purpose: 'text-sent' };
const NOTICE = { entity: TextTries, purpose: 'text-notice' };

@Injectable()
export class TextedNumbersService extends TextedNumbers implements OnModuleInit {
  private readonly sent: DailyTries;
  private readonly notices: DailyTries;

  constructor(
    private readonly accounts: Accounts,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly sealing: Sealing,
    transactions: Transactions,
    { textedPerDay: { perAccount, perNumber, notices } }: Config,
  ) {
    super();
    // every one counts for its number, whoever had it sent: there are other ways to the person, and none back from a flood
    const most = { perAccount, perTarget: perNumber, byOne: perNumber };
    this.sent = new DailyTries(transactions, sealing, SENT, most);
    this.notices = new DailyTries(transactions, sealing, NOTICE, { ...most, perAccount: notices });
  }

  onModuleInit(): void {
    this.jobs.every('text-tries-sweep', SWEEP_EVERY_MS, () => this.sent.sweep(this.clock.today()), { alone: true });
  }

  async take(accountId: string, phone: string): Promise<boolean> {
    const subject = await this.accounts.countedAs(accountId);
    return (await this.sent.take(this.clock.today(), subject, [tidyPhone(phone)])) !== undefined;
  }

  async takeNotice(phone: string): Promise<boolean> {
    const day = this.clock.today();
    const subject = this.sealing.index(`${NOTICE.purpose} ${day}`, tidyPhone(phone)).digest.toString('hex');
    return (await this.notices.take(day, subject, [])) !== undefined;
  }
}

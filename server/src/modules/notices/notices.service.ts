import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { Jobs } from '../../platform/jobs/jobs';
import { Deaths } from '../after-death/deaths.port';
import { Deliveries } from './deliveries.service';
import { InboxService } from './inbox.service';
import { type NewNotice, Notices } from './notices.port';

const MINUTE_MS = 60_000;

/** Into the inbox first; from there on its way. */
@Injectable()
export class NoticesService extends Notices {
  constructor(
    private readonly transactions: Transactions,
    private readonly inbox: InboxService,
    private readonly deliveries: Deliveries,
    private readonly deaths: Deaths,
    jobs: Jobs,
  ) {
    super();
    jobs.every('notices.morning', MINUTE_MS, () => deliveries.morning(), { alone: true });
  }

  async post(notice: NewNotice): Promise<void> {
    if (!this.transactions.isOpen) throw new Error('Notices.post needs an open transaction');
    // nothing is addressed to somebody who died, neither now nor in their inbox for later
    if (await this.deaths.isDeadAccount(notice.accountId)) return;
    await this.deliveries.begin(await this.inbox.add(notice));
  }
}

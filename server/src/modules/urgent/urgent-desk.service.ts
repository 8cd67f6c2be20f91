import { Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { CallList } from '../notices/call-list.port';
import {
  type UrgentClerk,
  type UrgentCount,
  UrgentDesk,
  type UrgentReach,
  type UrgentRows,
  type UrgentWish,
} from './urgent-desk.port';
import { UrgentLists } from './urgent-lists.service';
import { UrgentPages } from './urgent-pages.repository';
import { urgentProblems } from './urgent-problems';
import { type OpenedRequest, UrgentRequestsRepository } from './urgent-requests.repository';
import { urgentReach } from './urgent-row';

/** Whose it may be is decided here, for every act. */
@Injectable()
export class UrgentDeskService extends UrgentDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: UrgentRequestsRepository,
    private readonly pages: UrgentPages,
    private readonly lists: UrgentLists,
    private readonly calls: CallList,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {
    super();
  }

  count({ offices }: UrgentClerk): Promise<UrgentCount> {
    return this.pages.countWaiting(offices);
  }

  list(clerk: UrgentClerk, wish?: UrgentWish): Promise<UrgentRows> {
    return this.lists.list(clerk, wish);
  }

  reach(clerk: UrgentClerk, id: string): Promise<UrgentReach> {
    return this.transactions.run(async () => {
      const opened = await this.theirs(clerk, id);
      if (opened.unreadable) throw urgentProblems.unreadable();
      const { reach, numbers } = urgentReach(opened);
      await this.calls.countLook(clerk.staffId, { urgent: true, numbers });
      await this.record(clerk, 'urgent-request.reach-shown', opened);
      if (opened.row.state === 'waiting') {
        await this.requests.happen(opened, { kind: 'looked-at', at: this.clock.now() });
      }
      return reach;
    });
  }

  close(clerk: UrgentClerk, id: string, reason: string): Promise<void> {
    return this.transactions.run(async () => {
      const opened = await this.theirs(clerk, id);
      if (opened.row.state === 'over') throw urgentProblems.notHere();
      await this.end(clerk, opened, reason);
    });
  }

  closeAlike(clerk: UrgentClerk, id: string, others: readonly string[], reason: string): Promise<number> {
    return this.transactions.run(async () => {
      const found: OpenedRequest[] = [];
      // in one order: two who close the same at once wait for each other
      for (const each of [...new Set([id, ...others])].sort()) {
        const opened = await this.requests.forChange(each);
        if (opened && isTheirs(clerk, opened)) found.push(opened);
      }
      const first = found.find(({ row }) => row.id === id);
      if (!first || first.row.state === 'over') throw urgentProblems.notHere();
      const { phone } = first.said;
      if (!phone) throw urgentProblems.noPhone();
      const alike = found.filter(
        (each) => each === first || (each.row.state === 'waiting' && each.said.phone === phone),
      );
      for (const each of alike) await this.end(clerk, each, reason);
      return alike.length;
    });
  }

  /** @throws Problem 404 `urgent.not-here`, alike for what is another office's and for what never was */
  private async theirs(clerk: UrgentClerk, id: string): Promise<OpenedRequest> {
    const opened = await this.requests.forChange(id);
    if (opened && isTheirs(clerk, opened)) return opened;
    throw urgentProblems.notHere();
  }

  private async end(clerk: UrgentClerk, opened: OpenedRequest, reason: string): Promise<void> {
    await this.requests.happen(opened, { kind: 'closed', at: this.clock.now(), detail: reason });
    await this.record(clerk, 'urgent-request.closed', opened, { reason });
  }

  private record(
    { staffId }: UrgentClerk,
    action: string,
    { row }: OpenedRequest,
    more: Pick<AuditEntry, 'reason'> = {},
  ): Promise<void> {
    return this.audit.record({
      action,
      actor: { kind: 'staff', id: staffId },
      object: `urgent-request:${row.id}`,
      ...(row.accountId !== null && { person: row.accountId }),
      ...more,
      // somebody in need is not asked whose colleague or cousin they are
      open: true,
    });
  }
}

function isTheirs({ offices }: UrgentClerk, { row: { streetCode } }: OpenedRequest): boolean {
  return offices === 'all' || (streetCode !== null && offices.includes(streetCode));
}

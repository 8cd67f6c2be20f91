import { urgentKindWords } from '@jinmen/shared/urgent/kinds';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config/config';
import { Transactions } from '../../platform/database/transactions';
import { maskedName, maskedPhone } from '../../platform/masking';
import {
  type UrgentClerk,
  type UrgentCount,
  UrgentDesk,
  type UrgentReach,
  type UrgentRow,
  type UrgentRows,
} from './urgent-desk.port';
import { urgentProblems } from './urgent-problems';
import { type OpenedRequest, UrgentRequestsRepository } from './urgent-requests.repository';
import { stepWords, streetOffice } from './urgent-words';

const MOST_OPEN = 200;
const MOST_OVER = 20;
const MINUTE_MS = 60_000;

/** Whose it may be is decided here, for every look and every act. */
@Injectable()
export class UrgentDeskService extends UrgentDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: UrgentRequestsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    super();
  }

  count({ offices }: UrgentClerk): Promise<UrgentCount> {
    return this.requests.countWaiting(offices);
  }

  list(clerk: UrgentClerk): Promise<UrgentRows> {
    return this.transactions.run(async () => {
      const found = [
        ...(await this.requests.inState('waiting', clerk.offices, MOST_OPEN)),
        ...(await this.requests.inState('seen', clerk.offices, MOST_OPEN)),
        ...(await this.requests.inState('over', clerk.offices, MOST_OVER)),
      ];
      const items = await Promise.all(found.map((opened) => this.rowOf(opened)));
      await this.record(clerk, 'urgent-requests.read', { facts: { rows: items.length } });
      return { items, lookWithinMinutes: this.config.urgentLookWithinMinutes };
    });
  }

  reach(clerk: UrgentClerk, id: string): Promise<UrgentReach> {
    return this.transactions.run(async () => {
      const opened = await this.theirs(clerk, id);
      await this.record(clerk, 'urgent-request.reach-shown', { object: `urgent-request:${id}`, ...personOf(opened) });
      if (opened.row.state === 'waiting') {
        await this.requests.happen(opened, { kind: 'looked-at', at: this.clock.now() });
      }
      const { name, phone, findAt } = opened.said;
      return { ...(name && { name }), ...(phone && { phone }), ...(findAt && { findAt }) };
    });
  }

  close(clerk: UrgentClerk, id: string, reason: string): Promise<void> {
    return this.transactions.run(async () => {
      const opened = await this.theirs(clerk, id);
      if (opened.row.state === 'over') throw urgentProblems.notHere();
      await this.requests.happen(opened, { kind: 'closed', at: this.clock.now(), detail: reason });
      await this.record(clerk, 'urgent-request.closed', {
        object: `urgent-request:${id}`,
        ...personOf(opened),
        reason,
      });
    });
  }

  /** @throws Problem 404 `urgent.not-here`, alike for what is another office's and for what never was */
  private async theirs({ offices }: UrgentClerk, id: string): Promise<OpenedRequest> {
    const opened = await this.requests.forChange(id);
    const street = opened?.row.streetCode ?? undefined;
    if (opened && (offices === 'all' || (street !== undefined && offices.includes(street)))) return opened;
    throw urgentProblems.notHere();
  }

  private async rowOf({ row, said }: OpenedRequest): Promise<UrgentRow> {
    const { place, forSomebodyElse, kinds, words, name, phone, findAt } = said;
    const office = streetOffice(row.streetCode ?? undefined);
    const steps = await this.requests.stepsOf(row.id);
    return {
      id: row.id,
      number: row.number,
      state: row.state,
      escalated: row.escalatedAt !== null,
      askedAt: row.askedAt.toISOString(),
      minutes: Math.floor((this.clock.now().getTime() - row.askedAt.getTime()) / MINUTE_MS),
      ...(office && { office: office.name }),
      ...(place && { place }),
      forSomebodyElse,
      what: kinds.map(urgentKindWords),
      ...(words && { words }),
      ...(name && { name: maskedName(name) }),
      ...(phone && { phone: maskedPhone(phone) }),
      toBeFound: findAt !== undefined,
      steps: steps.map((step) => ({
        at: step.at.toISOString(),
        kind: step.kind,
        words: step.kind === 'closed' && step.detail ? `${stepWords(step)}${step.detail}` : stepWords(step),
      })),
    };
  }

  private record(
    { staffId }: UrgentClerk,
    action: string,
    more: { object?: string; person?: string; reason?: string; facts?: Record<string, number> },
  ): Promise<void> {
    return this.audit.record({ action, actor: { kind: 'staff', id: staffId }, ...more });
  }
}

function personOf({ row }: OpenedRequest): { person?: string } {
  return row.accountId === null ? {} : { person: row.accountId };
}

import { urgentKindWords } from '@jinmen/shared/urgent/kinds';
import { Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config/config';
import { Transactions } from '../../platform/database/transactions';
import { inTurns } from '../../platform/in-turns';
import { maskedName, maskedPhone, numbersMasked } from '../../platform/masking';
import { CallList } from '../notices/call-list.port';
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
    private readonly calls: CallList,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    super();
  }

  count({ offices }: UrgentClerk): Promise<UrgentCount> {
    return this.requests.countWaiting(offices);
  }

  async list(clerk: UrgentClerk): Promise<UrgentRows> {
    const found = await this.transactions.run(async () => {
      const those = [
        ...(await this.requests.inState('waiting', clerk.offices, MOST_OPEN)),
        ...(await this.requests.inState('seen', clerk.offices, MOST_OPEN)),
        ...(await this.requests.inState('over', clerk.offices, MOST_OVER)),
      ];
      const shown = those.map(({ row }) => `urgent-request:${row.id}`);
      await this.record(clerk, 'urgent-requests.read', { facts: { rows: those.length }, shown });
      return those;
    });
    const items = await inTurns(found, (opened) => this.rowOf(opened));
    return { items, lookWithinMinutes: this.config.urgentLookWithinMinutes };
  }

  reach(clerk: UrgentClerk, id: string): Promise<UrgentReach> {
    return this.transactions.run(async () => {
      const opened = await this.theirs(clerk, id);
      const hidden = hiddenIn(opened);
      await this.calls.countLook(clerk.staffId, { urgent: true, numbers: 1 + hidden.numbers });
      // somebody in need is not asked whose colleague or cousin they are
      const whose = { object: `urgent-request:${id}`, ...personOf(opened), open: true as const };
      await this.record(clerk, 'urgent-request.reach-shown', whose);
      if (opened.row.state === 'waiting') {
        await this.requests.happen(opened, { kind: 'looked-at', at: this.clock.now() });
      }
      const { name, phone, findAt } = opened.said;
      return { ...(name && { name }), ...(phone && { phone }), ...(findAt && { findAt }), ...hidden.typed };
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
        open: true,
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

  private async rowOf({ row, said, unreadable }: OpenedRequest): Promise<UrgentRow> {
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
      ...(place && { place: shown(place) }),
      forSomebodyElse,
      ...(unreadable && { unreadable }),
      what: kinds.map(urgentKindWords),
      ...(words && { words: shown(words) }),
      ...(name && { name: maskedName(name) }),
      ...(phone && { phone: maskedPhone(phone) }),
      toBeFound: findAt !== undefined,
      steps: steps.map((step) => ({
        at: step.at.toISOString(),
        kind: step.kind,
        words: step.kind === 'closed' && step.detail ? `${stepWords(step)}${shown(step.detail)}` : stepWords(step),
      })),
    };
  }

  private record(
    { staffId }: UrgentClerk,
    action: string,
    more: Pick<AuditEntry, 'object' | 'person' | 'reason' | 'facts' | 'shown' | 'open'>,
  ): Promise<void> {
    return this.audit.record({ action, actor: { kind: 'staff', id: staffId }, ...more });
  }
}

function personOf({ row }: OpenedRequest): { person?: string } {
  return row.accountId === null ? {} : { person: row.accountId };
}

function shown(typed: string): string {
  return numbersMasked(typed).text;
}

/** What of their words the list does not show as it was typed, and how many numbers stand in it. */
function hiddenIn({ said: { place, words } }: OpenedRequest) {
  const [inPlace, inWords] = [place, words].map((typed) => numbersMasked(typed ?? '').numbers);
  return {
    numbers: (inPlace ?? 0) + (inWords ?? 0),
    typed: { ...(inPlace && { place }), ...(inWords && { words }) },
  };
}

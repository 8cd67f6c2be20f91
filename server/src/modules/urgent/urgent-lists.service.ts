import type { UrgentState } from '@jinmen/shared/urgent/views';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config/config';
import { Transactions } from '../../platform/database/transactions';
import { MAX_LIMIT, type PageRequest, pageOf } from '../../platform/http/page';
import { inTurns } from '../../platform/in-turns';
import type { UrgentClerk, UrgentMore, UrgentRow, UrgentRows, UrgentWish } from './urgent-desk.port';
import { type From, UrgentPages } from './urgent-pages.repository';
import { type OpenedRequest, UrgentRequestsRepository } from './urgent-requests.repository';
import { urgentRow } from './urgent-row';

const AT_FIRST: Readonly<Record<UrgentState, number>> = { waiting: MAX_LIMIT, seen: MAX_LIMIT, over: 20 };

interface Part {
  readonly items: readonly OpenedRequest[];
  readonly more: readonly UrgentMore[];
}

/** What a clerk reads of urgent requests; see `UrgentDesk.list`. */
@Injectable()
export class UrgentLists {
  constructor(
    private readonly transactions: Transactions,
    private readonly pages: UrgentPages,
    private readonly requests: UrgentRequestsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async list(clerk: UrgentClerk, wish?: UrgentWish): Promise<UrgentRows> {
    const found = await this.transactions.run(async () => {
      const read = wish ? await this.part(clerk, wish.state, wish.page) : await this.beginnings(clerk);
      const newest = wish ? [] : await this.newestBeside(clerk, read);
      const all = [...read.items, ...newest].map(({ row }) => row.id);
      await this.audit.record({
        action: 'urgent-requests.read',
        actor: { kind: 'staff', id: clerk.staffId },
        facts: { rows: all.length },
        shown: all.map((id) => `urgent-request:${id}`),
      });
      return { ...read, newest, steps: await this.requests.stepsOf(all) };
    });
    const row = (opened: OpenedRequest): UrgentRow =>
      urgentRow(opened, found.steps.get(opened.row.id) ?? [], this.clock.now());
    return {
      items: await inTurns(found.items, row),
      newest: await inTurns(found.newest, row),
      more: found.more,
      lookWithinMinutes: this.config.urgentLookWithinMinutes,
    };
  }

  private async beginnings(clerk: UrgentClerk): Promise<Part> {
    const parts: Part[] = [];
    for (const state of ['waiting', 'seen', 'over'] as const)
      parts.push(await this.part(clerk, state, { limit: AT_FIRST[state] }));
    return { items: parts.flatMap(({ items }) => items), more: parts.flatMap(({ more }) => more) };
  }

  private async part({ offices }: UrgentClerk, state: UrgentState, page: PageRequest): Promise<Part> {
    const from: From = state === 'over' ? 'newest' : 'oldest';
    const rows = await this.pages.page(state, offices, from, page);
    const place = ({ row }: OpenedRequest) => ({ at: row.askedAt, id: row.id });
    const { items, nextCursor } = pageOf(rows, page.limit, place, (row) => row);
    const last = items.at(-1);
    if (nextCursor === undefined || last === undefined) return { items, more: [] };
    const left = await this.pages.countBehind(state, offices, from, place(last));
    return { items, more: [{ state, nextCursor, left }] };
  }

  /** Whoever floods the list from one end must not hide who stands at the other. */
  private async newestBeside({ offices }: UrgentClerk, { items, more }: Part): Promise<readonly OpenedRequest[]> {
    if (!more.some(({ state }) => state === 'waiting')) return [];
    const newest = await this.pages.page('waiting', offices, 'newest', { limit: MAX_LIMIT });
    const already = new Set(items.map(({ row }) => row.id));
    return newest.slice(0, MAX_LIMIT).filter(({ row }) => !already.has(row.id));
  }
}

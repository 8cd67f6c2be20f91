import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { Transactions } from '../../platform/database/transactions';
import { Problem, problems } from '../../platform/http/problem';
import { maskedName } from '../../platform/masking';
import { Bookables } from '../bookings/bookables.port';
import { People } from '../identity/people.port';
import { moved, rankOf, type Waiter } from './line';
import { type OpenedWaiting, WaitingRepository } from './waiting.repository';
import { type StaffLine, type StaffWaiting, WaitingDesk } from './waiting-desk.port';
import { WaitingViews } from './waiting-views';

const MOST_SHOWN = 200;
/** More than anybody ever waited; a change of the order looks at all of them. */
const MOST = 10_000;

@Injectable()
export class WaitingDeskService extends WaitingDesk {
  constructor(
    private readonly waiting: WaitingRepository,
    private readonly views: WaitingViews,
    private readonly bookables: Bookables,
    private readonly people: People,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {
    super();
  }

  async lines(staffId: string): Promise<readonly StaffLine[]> {
    const actor = { kind: 'staff', id: staffId } as const;
    const lines: StaffLine[] = [];
    for (const service of await this.waiting.services()) lines.push(await this.line(service));
    const shown = lines.flatMap(({ items }) => items.map(({ id }) => `waiting:${id}`));
    const facts = { rows: shown.length };
    await this.transactions.run(() => this.audit.record({ action: 'waiting-list.read', actor, facts, shown }));
    return lines;
  }

  async move(staffId: string, id: string, to: number, reason: string): Promise<void> {
    const found = await this.waiting.find(id);
    if (!found) throw problems.notFound();
    await this.transactions.run(async () => {
      // before anything is read here, so that no read is older than the lock
      await this.waiting.lockLine(found.row.service);
      const line = waiters(await this.waiting.line(found.row.service, MOST));
      const from = line.findIndex((each) => each.id === id) + 1;
      if (from === 0) throw problems.notFound();
      const places = moved(line, id, to);
      if (places.size === 0) throw new Problem(409, 'waiting.same-place', '已经在这一位了。');
      for (const [each, place] of places) await this.waiting.setPlace(each, place);
      await this.audit.record({
        action: 'waiting-list.moved',
        actor: { kind: 'staff', id: staffId },
        object: `waiting:${id}`,
        person: found.row.personId,
        reason,
        facts: { from, to: Math.min(to, line.length) },
      });
    });
  }

  private async line(service: string): Promise<StaffLine> {
    const opened = await this.waiting.line(service, MOST_SHOWN + 1);
    const names = await this.views.namesOf(service);
    const line = waiters(opened);
    const items: StaffWaiting[] = [];
    for (const [index, each] of opened.slice(0, MOST_SHOWN).entries())
      items.push(await this.shown(each, index + 1, rankOf(line, each.row.id) ?? index + 1, names));
    const title = this.bookables.find(service)?.title ?? service;
    return { service, title, items, more: opened.length > MOST_SHOWN };
  }

  private async shown(
    { row, wishes }: OpenedWaiting,
    place: number,
    rank: number,
    names: ReadonlyMap<string, string>,
  ): Promise<StaffWaiting> {
    const { id, service, kind, state, offerUntil, createdAt, personId } = row;
    const person = await this.people.find(personId);
    const title = this.bookables.find(service)?.kinds.find(({ code }) => code === kind)?.title;
    return {
      ...{ id, place, rank, kind: title ?? kind, name: person ? maskedName(person.name) : '' },
      sites: [...new Set(wishes.map(({ site }) => names.get(site) ?? site))],
      days: [...new Set(wishes.map(({ day }) => day))],
      state: state === 'offered' ? 'offered' : 'waiting',
      ...(offerUntil && { offerUntil: offerUntil.toISOString() }),
      since: createdAt.toISOString(),
    };
  }
}

function waiters(opened: readonly OpenedWaiting[]): readonly Waiter[] {
  return opened.map(({ row, wishes }) => ({ id: row.id, place: row.place, wishes }));
}

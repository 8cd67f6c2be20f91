import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { type DivorceDays, divorceDays } from '@jinmen/shared/services/marriage-registration/divorce-days';
import type { DivorceState, DivorceView } from '@jinmen/shared/services/marriage-registration/divorce-view';
import { marriageSites } from '@jinmen/shared/services/marriage-registration/sites';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { RegistryPerson } from '../../bureaus/marriage-registry/marriage-registry.port';
import { Clock } from '../../platform/clock';
import { forUpdate } from '../../platform/database/row-lock';
import { Transactions } from '../../platform/database/transactions';
import type { BookingRefusal } from '../bookings/bookable-service.port';
import { Holidays } from '../holidays/holidays.port';
import { People } from '../identity/people.port';
import type { SlotWindow } from '../slot-inventory/slot-inventory.port';
import { Divorce, DivorceParty } from './marriage.entity';
import { refusals } from './marriage-words';

export interface AcceptedDivorce {
  readonly divorceNo: string;
  readonly site: string;
  readonly receivedOn: CivilDate;
  readonly people: readonly [RegistryPerson, RegistryPerson];
}

/** Divorces by agreement between their two steps. The registry says when one began and how it ended; the days are counted here. */
@Injectable()
export class Divorces {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: People,
    private readonly holidays: Holidays,
    private readonly clock: Clock,
  ) {}

  /** The registry took the first step; `false` when that was known. Inside a transaction. */
  async accept({ divorceNo, site, receivedOn, people }: AcceptedDivorce): Promise<boolean> {
    const { manager } = this.transactions;
    if (await manager.existsBy(Divorce, { divorceNo })) return false;
    const id = randomUUID();
    await manager.insert(Divorce, { id, divorceNo, site, receivedOn, state: 'accepted', endedOn: null });
    for (const { name, idNumber } of people) {
      const personId = await this.people.record(name, idNumber);
      await manager.insert(DivorceParty, { divorceId: id, personId });
    }
    return true;
  }

  /** `false` when it is not there, or over already. Inside a transaction. */
  async end(divorceNo: string, state: 'withdrawn' | 'done', on: CivilDate): Promise<boolean> {
    const { manager } = this.transactions;
    const found = await manager.findOne(Divorce, { where: { divorceNo }, ...forUpdate(manager) });
    if (found?.state !== 'accepted') return false;
    await manager.update(Divorce, { id: found.id }, { state, endedOn: on });
    return true;
  }

  /** Its two people. */
  async peopleOf(divorceNo: string): Promise<readonly string[]> {
    const { manager } = this.transactions;
    const found = await manager.findOneBy(Divorce, { divorceNo });
    const parties = found ? await manager.findBy(DivorceParty, { divorceId: found.id }) : [];
    return parties.map(({ personId }) => personId);
  }

  /** What this person is one of the two of, the newest first. */
  async viewsOf(personId: string): Promise<readonly DivorceView[]> {
    const rows = await this.of(personId);
    return Promise.all(rows.map((row) => this.view(row)));
  }

  /** Why these cannot collect their certificate at this time; `other` is the second of the two, once they say yes. */
  async refusalFor(window: SlotWindow, personId: string, other?: string): Promise<BookingRefusal | undefined> {
    const open = (await this.of(personId)).filter(({ state }) => state === 'accepted');
    if (open.length === 0) return refusals.noApplication;
    const here = open.filter(({ site }) => site === window.pool.site);
    if (here.length === 0) return refusals.anotherRegistry;
    const days = await Promise.all(here.map((row) => this.daysOf(row)));
    const fitting = here.filter((_, at) => isWithin(window.day, days[at]));
    if (fitting.length === 0) return refusals.notInItsDays;
    if (other === undefined) return undefined;
    const together = await this.transactions.manager.countBy(DivorceParty, {
      divorceId: In(fitting.map(({ id }) => id)),
      personId: other,
    });
    return together > 0 ? undefined : refusals.notTheOther;
  }

  private async of(personId: string): Promise<Divorce[]> {
    const { manager } = this.transactions;
    const parties = await manager.findBy(DivorceParty, { personId });
    if (parties.length === 0) return [];
    const ids = parties.map(({ divorceId }) => divorceId);
    return manager.find(Divorce, { where: { id: In(ids) }, order: { receivedOn: 'DESC', id: 'ASC' } });
  }

  private async view(row: Divorce): Promise<DivorceView> {
    const days = await this.daysOf(row);
    const siteName = marriageSites.find(({ id }) => id === row.site)?.name ?? row.site;
    return {
      id: row.id,
      state: stateOn(this.clock.today(), row, days),
      site: row.site,
      siteName,
      receivedOn: row.receivedOn,
      days,
    };
  }

  private async daysOf({ receivedOn }: Divorce): Promise<DivorceDays> {
    return divorceDays(receivedOn, await this.holidays.calendar());
  }
}

function stateOn(today: CivilDate, { state }: Divorce, days: DivorceDays): DivorceState {
  if (state !== 'accepted') return state;
  if (today > days.until) return 'lapsed';
  return today < days.from ? 'cooling' : 'ready';
}

function isWithin(day: CivilDate, days: DivorceDays | undefined): boolean {
  return days !== undefined && day >= days.from && day <= days.until;
}

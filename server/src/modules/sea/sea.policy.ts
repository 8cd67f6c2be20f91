import type { SiteView } from '@jinmen/shared/bookings/views';
import { seaScattering } from '@jinmen/shared/services/sea-scattering/service';
import { SEA_POOLS, seaVessels } from '@jinmen/shared/services/sea-scattering/vessels';
import { Injectable } from '@nestjs/common';
import { FuneralAffairs } from '../../bureaus/funeral-affairs/funeral-affairs.port';
import {
  BookableService,
  type BookingPerson,
  type BookingRefusal,
  type BookingTimers,
  type BookingTurn,
  Books,
  type HoldWish,
  type LinesWish,
  type QuotaKey,
} from '../bookings/bookable-service.port';
import type { NoticeTopic } from '../notices/notices.port';
import type { HoldLine, SlotWindow } from '../slot-inventory/slot-inventory.port';
import { FarewellTurns } from './farewells/farewell-turns.service';
import { farewellWords } from './farewells/farewell-words';
import { Farewells } from './farewells/farewells.port';
import { seaRefusals } from './sea-words';
import { Voyages } from './voyages/voyages.port';

/** 示例, 待民政局核定: half an hour without a countdown (ux.md §3.3); nobody is a no-show in grief. */
const TIMERS: BookingTimers = {
  holdMinutes: 30,
  renewals: 1,
  partnerHours: 24,
  restMinutes: { least: 5, most: 30 },
  noShowMinutes: 24 * 60,
};

/** Papers as they are carried; which of them, the family chose in their own farewell (`papersOf`). */
const BRING = ['您的身份证', '死亡证明或火化证明', '能看出您和逝者关系的一样材料', '骨灰，说好由家里带去的话'];

/** What a place on a voyage is, and the booking flow does not know (docs/policy-facts.md D.1, J17, J18, J20). */
@Injectable()
@Books('sea-scattering')
export class SeaPolicy extends BookableService {
  readonly title = seaScattering.title;
  readonly kinds = seaScattering.kinds;
  override readonly replaced = 'together';
  override readonly changedAt = '一班船的位置和座位是一起的，不能单停一样。要停这一班，请到“航次”那一页按“停航”。';
  override readonly dayBefore = 'voyage-tomorrow';

  constructor(
    private readonly farewells: Farewells,
    private readonly turns: FarewellTurns,
    private readonly voyages: Voyages,
    private readonly bureau: FuneralAffairs,
  ) {
    super();
  }

  timers(): BookingTimers {
    return TIMERS;
  }

  async sites(): Promise<readonly SiteView[]> {
    return seaVessels;
  }

  poolOf(kind: string, site: string): string | undefined {
    return seaVessels.some(({ id, kinds }) => id === site && kinds.includes(kind)) ? SEA_POOLS.urns : undefined;
  }

  /** Nothing of a day is said to a family but the day. */
  dayWords() {
    return {};
  }

  /** An urn, and a seat for each who comes along; the family is locked, so that what they say meanwhile counts or waits. */
  override async linesOf({ windowId, details }: LinesWish): Promise<readonly HoldLine[]> {
    const farewell = await this.farewells.findForUpdate(String(details.farewell));
    const voyage = await this.voyages.find(windowId);
    const urn = { windowId, units: 1 };
    if (!farewell || !voyage || farewell.aboard === 0) return [urn];
    return [urn, { windowId: voyage.seatsWindowId, units: farewell.aboard }];
  }

  /** A family that says a day is possible after all is believed (`evenThen`); nobody else says it for them. */
  async admit({ holder, window, details }: HoldWish): Promise<BookingRefusal | undefined> {
    const farewell = await this.farewells.find(String(details.farewell));
    if (farewell?.applicant?.personId !== holder.personId) return seaRefusals.noFarewell;
    if (farewell.state !== 'signed-up') return seaRefusals.notSignedUp;
    if (farewell.contested) return seaRefusals.differs;
    const impossible = farewell.wishes.impossible.includes(window.day);
    return impossible && details.evenThen !== true ? seaRefusals.impossibleDay : undefined;
  }

  async admitPartner(): Promise<undefined> {
    return undefined;
  }

  /** One place for each farewell, and one farewell for each who died. */
  quotaKeys(
    _kind: string,
    _person: BookingPerson,
    _window: SlotWindow,
    details: Readonly<Record<string, unknown>>,
  ): readonly QuotaKey[] {
    return [{ scope: 'sea-farewell', key: String(details.farewell) }];
  }

  readDetails(_kind: string, given: unknown): Readonly<Record<string, unknown>> | BookingRefusal {
    const { farewell, evenThen } = (given ?? {}) as { farewell?: unknown; evenThen?: unknown };
    if (typeof farewell !== 'string' || farewell.length > 36) return seaRefusals.noFarewell;
    return { farewell, ...(evenThen === true && { evenThen }) };
  }

  bring(): readonly string[] {
    return BRING;
  }

  override passSeal(text: string): string | undefined {
    return this.bureau.passSeal(text);
  }

  /** Nobody is told that they missed it, nor that they gave up what they have just laid aside themselves. */
  override topicOf({ act, why }: BookingTurn): NoticeTopic | undefined {
    if (act === 'confirmed') return 'voyage-confirmed';
    if (act === 'moved') return 'voyage-moved';
    const calledOff = act === 'cancelled' && why !== undefined && why !== farewellWords.givenBack;
    return calledOff ? 'voyage-called-off' : undefined;
  }

  turned(turn: BookingTurn): Promise<void> {
    return this.turns.take(turn);
  }
}

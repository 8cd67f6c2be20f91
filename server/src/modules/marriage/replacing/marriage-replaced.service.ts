import type { OtherTimeWishes } from '@jinmen/shared/bookings/other-time-wishes';
import { addDays, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { PlacingOption } from '@jinmen/shared/replacing/placing';
import { coupleOptions } from '@jinmen/shared/services/marriage-registration/couple-options';
import { marriageRegistration } from '@jinmen/shared/services/marriage-registration/service';
import { Injectable } from '@nestjs/common';
import { Clock, instantOf } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { quietUntil } from '../../../platform/quiet-until';
import type { Booking, BookingParty } from '../../bookings/bookable-service.port';
import { Bookings } from '../../bookings/bookings.port';
import { OtherTimesWished } from '../../replacing/other-time-wishes.port';
import {
  ReplacedService,
  type ReplacedSlot,
  type ReplacedSubject,
  Replaces,
  type RoundKind,
} from '../../replacing/replaced-service.port';
import { SlotInventory, type SlotWindow, unitsLeft } from '../../slot-inventory/slot-inventory.port';
import { MarriagePolicy } from '../marriage.policy';

const SERVICE = marriageRegistration.code;
const DAYS_AHEAD = 30;
/** The nearest are asked about one by one: the law may keep a couple from a day. */
const MOST_OPTIONS = 40;
const HOUR_MS = 3_600_000;

interface Couple extends ReplacedSubject {
  readonly booking: Booking;
  readonly wishes: OtherTimeWishes | undefined;
}

interface RegistrySlot extends ReplacedSlot {
  readonly window: SlotWindow;
}

/**
 * Couples of a registry that closed for a day. Each was told at once, with times kept for them (`bookings/displaced`);
 * those who took none are placed here by what they wished.
 */
@Injectable()
@Replaces('marriage-registration')
export class MarriageReplaced extends ReplacedService {
  readonly title = marriageRegistration.title;
  readonly kinds = ['displaced'] as const;

  constructor(
    private readonly bookings: Bookings,
    private readonly inventory: SlotInventory,
    private readonly wished: OtherTimesWished,
    private readonly policy: MarriagePolicy,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    super();
  }

  async subjects(): Promise<readonly Couple[]> {
    const displaced = await this.bookings.displacedOf(SERVICE);
    const wishes = await this.wished.of(displaced.map(({ id }) => id));
    const names = await this.names();
    return displaced.map((booking) => coupleOf(booking, wishes.get(booking.id), names));
  }

  /** Every time where somebody lost one or would go; of all other places the ones at their own time of day. */
  async slots(): Promise<readonly ReplacedSlot[]> {
    const couples = await this.subjects();
    if (couples.length === 0) return [];
    const named = new Set(couples.flatMap(({ booking, wishes }) => [booking.site, ...(wishes?.sites ?? [])]));
    const times = new Set(couples.map(({ booking }) => timeOf(booking.window)));
    const names = await this.names();
    const [today, now] = [this.clock.today(), this.clock.now()];
    const windows = await this.inventory.windows({ service: SERVICE, from: today, to: addDays(today, DAYS_AHEAD) });
    return windows
      .filter((window) => !window.closed && window.opensAt <= now && window.closesAt > now && unitsLeft(window) > 0)
      .filter((window) => named.has(window.pool.site) || times.has(timeOf(window)))
      .map((window): RegistrySlot => {
        const { id, startsAt, closesAt, pool } = window;
        const words = names.get(pool.site) ?? pool.site;
        return { id, startsAt, closesAt, words, left: { couples: unitsLeft(window) }, window };
      });
  }

  async options(subject: ReplacedSubject, slots: readonly ReplacedSlot[]): Promise<readonly PlacingOption[]> {
    const { booking, wishes } = subject as Couple;
    const windows = new Map((slots as readonly RegistrySlot[]).map(({ id, window }) => [id, window]));
    const times = [...windows.values()]
      .filter(({ pool }) => this.policy.poolOf(booking.kind, pool.site) === pool.kind)
      .map(registryTimeOf);
    const near = coupleOptions(registryTimeOf(booking.window), wishes, times)
      .toSorted((one, other) => Number(one.worse) - Number(other.worse) || one.cost - other.cost)
      .slice(0, MOST_OPTIONS);
    const options: PlacingOption[] = [];
    for (const option of near) {
      const window = windows.get(option.slot);
      if (window && (await this.isForThem(booking, window))) options.push(option);
    }
    return options;
  }

  /** As long as the first times were, from the morning when it is night; never past the cut-off of the time itself. */
  keptUntil(_kind: RoundKind, { closesAt }: ReplacedSlot): Date {
    const now = this.clock.now();
    const from = quietUntil(this.config.quietHours, now) ?? now;
    return instantOf(Math.min(from.getTime() + this.config.displacedKeptHours * HOUR_MS, closesAt.getTime()));
  }

  /** Nobody signs up for a marriage to be given a day. */
  placeFor(): undefined {
    return undefined;
  }

  /** That nothing was found was said when the day was closed; now a person calls. */
  noticeOf({ id }: ReplacedSubject, _kind: RoundKind, placed: boolean) {
    return placed ? ({ topic: 'place-kept', about: { kind: 'booking', id } } as const) : undefined;
  }

  private async names(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.policy.sites()).map(({ id, name }) => [id, name]));
  }

  private async isForThem(booking: Booking, window: SlotWindow): Promise<boolean> {
    const [holder, partner] = ['holder', 'partner'].map((role) => booking.parties.find((each) => each.role === role));
    if (!holder) return false;
    const { kind, details } = booking;
    if (await this.policy.admit({ kind, window, holder, details })) return false;
    return !partner || !(await this.policy.admitPartner({ ...booking, site: window.pool.site, window }, partner));
  }
}

function coupleOf(booking: Booking, wishes: OtherTimeWishes | undefined, names: ReadonlyMap<string, string>): Couple {
  const [first, ...others] = booking.parties;
  const { accountId, phone } = first ?? {};
  return {
    ...{ id: booking.id, history: booking.id, name: first?.name ?? '', booking, wishes },
    ...(accountId !== undefined && { accountId }),
    ...(phone !== undefined && { phone }),
    alsoTold: others.flatMap((other: BookingParty) => other.accountId ?? []),
    needs: { couples: 1 },
    since: booking.window.startsAt,
    lost: { slot: booking.window.id, startsAt: booking.window.startsAt },
    words: [
      booking.number,
      names.get(booking.site) ?? booking.site,
      ...(wishes ? [] : ['还没说想要哪天']),
      ...(wishes && wishes.impossible.length > 0 ? [`有 ${wishes.impossible.length} 天来不了`] : []),
      ...(wishes && wishes.sites.length > 0
        ? [`想在 ${wishes.sites.map((id) => names.get(id) ?? id).join('、')}`]
        : []),
    ],
  };
}

function registryTimeOf({ id, pool, startsAt }: SlotWindow) {
  return { slot: id, site: pool.site, day: dayInShanghai(startsAt.getTime()), startsAt };
}

/** Of the day, and for what: `registration 01:00:00.000Z`. */
function timeOf({ pool, startsAt }: SlotWindow): string {
  return `${pool.kind} ${startsAt.toISOString().slice(11)}`;
}

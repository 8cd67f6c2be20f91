import { addDays, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { PlacingOption } from '@jinmen/shared/replacing/placing';
import { optionsOf } from '@jinmen/shared/services/sea-scattering/voyage-options';
import { Injectable } from '@nestjs/common';
import { Clock, instantOf } from '../../../platform/clock';
import type { Booking } from '../../bookings/bookable-service.port';
import { Bookings } from '../../bookings/bookings.port';
import {
  ReplacedService,
  type ReplacedSlot,
  type ReplacedSubject,
  Replaces,
  type RoundKind,
} from '../../replacing/replaced-service.port';
import { type Farewell, Farewells } from '../farewells/farewells.port';
import { Voyages } from '../voyages/voyages.port';
import { type Companions, CompanionsInRound } from './companions.service';

const SERVICE = 'sea-scattering';
const DAYS_AHEAD = 180;
/** How long a family that is placed by the organiser has for their word. 示例, 待民政局核定. */
const HOURS_FOR_A_WORD = 72;
const HOUR_MS = 3_600_000;

/** A family that is placed, with what it is placed by. */
interface Family extends ReplacedSubject {
  readonly farewell: Farewell;
  readonly companions?: Companions;
}

/** 海况改期, and the organiser's round: families of farewells, whole, on the voyages there are. */
@Injectable()
@Replaces('sea-scattering')
export class SeaReplaced extends ReplacedService {
  readonly title = '海之眠';
  readonly kinds = ['displaced', 'sign-ups'] as const;

  constructor(
    private readonly farewells: Farewells,
    private readonly voyages: Voyages,
    private readonly bookings: Bookings,
    private readonly companions: CompanionsInRound,
    private readonly clock: Clock,
  ) {
    super();
  }

  async subjects(kind: RoundKind): Promise<readonly Family[]> {
    if (kind === 'sign-ups') {
      // where the family differs a person calls first: `toCallFirst`
      const ofOneMind = (await this.farewells.unplaced()).filter(({ contested }) => !contested);
      return this.together(ofOneMind.map((each) => familyOf(each)));
    }
    return this.together(await this.familiesOf(await this.bookings.displacedOf(SERVICE)));
  }

  /** Also one whose place stands: no vessel simply sails with a family that is not of one mind. */
  override async toCallFirst(kind: RoundKind): Promise<readonly Family[]> {
    const displaced = await this.familiesOf(await this.bookings.displacedOf(SERVICE));
    if (kind === 'displaced') return displaced.filter(({ farewell }) => farewell.contested);
    const there = new Set(displaced.map(({ history }) => history));
    return (await this.farewells.contested()).filter(({ id }) => !there.has(id)).map((each) => familyOf(each));
  }

  override async contact(history: string) {
    const found = await this.farewells.find(history);
    const name = found?.applicant?.name;
    if (!found || name === undefined) return undefined;
    const { phone, accountId, wantsCalls } = found;
    return { name, reads: accountId !== undefined && !wantsCalls, ...(phone !== undefined && { phone }) };
  }

  async slots(): Promise<readonly ReplacedSlot[]> {
    const today = this.clock.today();
    const now = this.clock.now();
    const all = await this.voyages.between(addDays(today, 1), addDays(today, DAYS_AHEAD));
    return all
      .filter(({ state, closesAt }) => state === 'open' && closesAt > now)
      .map(({ id, left, startsAt, closesAt, vessel }) => ({
        ...{ id, startsAt, closesAt, words: vessel },
        left: { urns: left.urns, seats: left.seats },
      }));
  }

  async options(subject: ReplacedSubject, slots: readonly ReplacedSlot[]): Promise<readonly PlacingOption[]> {
    const { farewell, companions, lost, since } = subject as Family;
    const from = dayInShanghai((lost?.startsAt ?? since).getTime());
    const days = slots.map(({ id, startsAt }) => ({ slot: id, day: dayInShanghai(startsAt.getTime()) }));
    const options = optionsOf(farewell.wishes, { today: this.clock.today(), from }, days);
    const theirs = companions?.voyage;
    return theirs === undefined
      ? options
      : options.map((each) => ({ ...each, worse: each.worse || each.slot !== theirs }));
  }

  keptUntil(kind: RoundKind, { closesAt }: ReplacedSlot): Date {
    if (kind === 'displaced') return closesAt;
    const word = this.clock.now().getTime() + HOURS_FOR_A_WORD * HOUR_MS;
    return instantOf(Math.min(word, closesAt.getTime()));
  }

  placeFor(subject: ReplacedSubject, { id: windowId }: ReplacedSlot) {
    const { farewell } = subject as Family;
    const { applicant: person, accountId, phone } = farewell;
    if (!person) return undefined;
    const who = { person, ...(accountId !== undefined && { accountId }), ...(phone !== undefined && { phone }) };
    return { kind: 'voyage', windowId, ...who, details: { farewell: farewell.id }, byStaff: true as const };
  }

  noticeOf(subject: ReplacedSubject, kind: RoundKind, placed: boolean, bookingId?: string) {
    const topic = kind === 'sign-ups' ? 'voyage-suggested' : placed ? 'voyage-changed' : 'voyage-off';
    return { topic, about: { kind: 'booking', id: bookingId ?? subject.id } } as const;
  }

  private async familiesOf(displaced: readonly Booking[]): Promise<readonly Family[]> {
    const families: Family[] = [];
    for (const booking of displaced) {
      const farewell = await this.farewells.ofBooking(booking.id);
      if (farewell) families.push(familyOf(farewell, booking));
    }
    return families;
  }

  private async together(families: readonly Family[]): Promise<readonly Family[]> {
    const found = await this.companions.of(families.map(({ farewell }) => farewell));
    return families.map((family) => {
      const companions = found.get(family.farewell.number);
      if (!companions) return family;
      const { name, words } = companions;
      const shown = { companions, words: [...family.words, words] };
      return { ...family, ...shown, ...(name !== undefined && { together: name }) };
    });
  }
}

function familyOf(farewell: Farewell, booking?: Booking): Family {
  const { id, applicant, accountId, phone, wantsCalls, aboard, signedUpAt, createdAt } = farewell;
  return {
    ...{ id: booking?.id ?? id, history: id, name: applicant?.name ?? '', farewell, wantsCalls },
    ...(accountId !== undefined && { accountId }),
    ...(phone !== undefined && { phone }),
    needs: { urns: 1, seats: aboard },
    since: signedUpAt ?? createdAt,
    ...(booking && { lost: { slot: booking.window.id, startsAt: booking.window.startsAt } }),
    words: wordsOf(farewell),
  };
}

function wordsOf({ number, aboard, wishes, contested }: Farewell): readonly string[] {
  const { earliest, latest, weekendsOnly, fromAnotherCity, impossible } = wishes;
  return [
    number,
    aboard === 0 ? '代撒' : `上船 ${aboard} 人`,
    ...(earliest ? [`${earliest} 以后`] : []),
    ...(latest ? [`${latest} 以前`] : []),
    ...(weekendsOnly ? ['只要周末'] : []),
    ...(fromAnotherCity ? ['有家人从外地来'] : []),
    ...(impossible.length > 0 ? [`有 ${impossible.length} 天来不了`] : []),
    ...(contested ? ['家里意见还不一致'] : []),
  ];
}

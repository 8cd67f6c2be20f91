import type { FarewellPlace, FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { farewellWords as words } from '../../copy/funeral-farewell';
import { dayOf, shanghaiTime, timeOfDay } from '../../platform/clock';
import { serverNowMs } from '../../platform/server-clock';

/** How the family wants the one who died to be called on their pages. */
export function calledOf({ called, name }: Pick<FarewellView['deceased'], 'called' | 'name'>): string {
  if (called === 'loved-one' || called === 'deceased') return words.call[called];
  return name === undefined ? words.call['loved-one'] : words.call.name(name);
}

export function headingOf({ deceased }: FarewellView): string {
  return words.heading(calledOf(deceased));
}

/** 代撒, and nobody on the shore either: where to gather, what to wear and a code to hold up are not for them. */
export function nobodyComes({ way, company }: Pick<FarewellView, 'way' | 'company'>): boolean {
  return way === 'proxy' && company.ashore === 0;
}

/** `15:40` today, with its day on another: a place is kept until a time of day and never for so many minutes. */
export function untilInWords(instant: string): string {
  const ms = Date.parse(instant);
  return dayOf(ms) === dayOf(serverNowMs()) ? timeOfDay(ms) : shanghaiTime(ms);
}

/** Where it stands, in one line. */
export function standsInWords({ state, place }: FarewellView): string {
  if (place === undefined || state !== 'signed-up') return words.stands[state];
  return placeInWords(place) ?? words.stands[state];
}

function placeInWords({ state, keptUntil }: FarewellPlace): string | undefined {
  switch (state) {
    case 'held':
      return keptUntil === undefined ? undefined : words.stands.held(untilInWords(keptUntil));
    case 'confirmed':
    case 'displaced':
    case 'checked-in':
      return words.stands[state];
    case 'pending-bureau':
      return words.stands.bureau;
    default:
      return undefined;
  }
}

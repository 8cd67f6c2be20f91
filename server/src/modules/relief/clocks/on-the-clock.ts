import { standingOf, WAY } from '@jinmen/shared/applications/case-machine';
import type { CaseOnTheClock, ClockedStep, StepDues } from '@jinmen/shared/applications/clocks';
import type { HukouPlace } from '@jinmen/shared/applications/hukou';
import { type CivilDate, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { Hop, KeptEvent, OpenedCase } from '../cases/cases.repository';

/** What is known of a case when its clocks are read. */
export interface ClockFacts {
  readonly opened: OpenedCase;
  readonly events: readonly KeptEvent[];
  readonly delegated: boolean;
  readonly hukou: { readonly place: HukouPlace; readonly street?: string };
}

/** States in which an office has the case in hand; while it waits for the resident, nobody else is late. */
export const IN_HAND = ['accepted', 'verifying', 'investigating', 'publicised'] as const;

/** The days a case's clocks start from, as far as they are known. */
export function onTheClock({ opened, events, delegated, hukou }: ClockFacts): CaseOnTheClock {
  const day = (kind: string, part: string) => effective(events, kind)?.detail[part] as CivilDate | undefined;
  const checkRequested = effective(events, 'check-requested');
  const [district, there] = [lastHop(opened, isDistrict), lastHop(opened, (hop) => isHukouPlace(hop, hukou.street))];
  const dates = {
    acceptedOn: day('accepted', 'on'),
    checkRequestedOn: checkRequested && dayInShanghai(checkRequested.at.getTime()),
    publicisedUntil: day('publicised', 'until'),
    atDistrictOn: district && dayInShanghai(district.since.getTime()),
    atHukouPlaceOn: there ? dayInShanghai(there.since.getTime()) : day('pushed-on', 'on'),
  };
  return {
    items: opened.file.items.map(({ programme, state }) => {
      const decision = opened.items.find((item) => item.programme === programme)?.decision;
      return { programme, state, ...(decision && { decidedOn: decision.on }) };
    }),
    delegated,
    hukou: hukou.place,
    ...known(dates),
  };
}

/** The steps an office still has to do, of those that have a day: what is done has none, nor what nobody can see done. */
export function openDues({ opened, events }: ClockFacts, dues: StepDues): StepDues {
  if (!IN_HAND.some((state) => state === opened.file.state)) return new Map();
  const done = (step: ClockedStep): boolean => {
    if (step === 'visited') return hasReached(opened, 'investigating') || effective(events, 'visited') !== undefined;
    if (step === 'handed-over') return isHandedOver({ opened, events });
    // that a check began, that names were taken down, that a letter came: nobody tells us
    return !step.startsWith('item:');
  };
  return new Map([...dues].filter(([step]) => !done(step)));
}

/** It went on to another office of the city, or out of it. */
export function isHandedOver({ opened, events }: Pick<ClockFacts, 'opened' | 'events'>): boolean {
  return (opened.hops ?? []).length > 0 || effective(events, 'pushed-on') !== undefined;
}

function effective(events: readonly KeptEvent[], kind: string): KeptEvent | undefined {
  return events.find((event) => event.kind === kind && event.whyNot === undefined);
}

function hasReached({ file }: OpenedCase, state: (typeof WAY)[number]): boolean {
  return WAY.indexOf(standingOf(file)) >= WAY.indexOf(state);
}

function lastHop({ hops = [] }: OpenedCase, wanted: (hop: Hop) => boolean): Hop | undefined {
  return hops.findLast(wanted);
}

/** Six digits are a district: its bureau of civil affairs. */
function isDistrict({ office }: Hop): boolean {
  return office.code.length === 6;
}

/** The street that was named, or any place outside the city. */
function isHukouPlace({ office }: Hop, street: string | undefined): boolean {
  return street === undefined ? !office.code.startsWith('12') : office.code === street;
}

function known<Part extends object>(parts: Part): { [K in keyof Part]?: NonNullable<Part[K]> } {
  const given = Object.entries(parts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [K in keyof Part]?: NonNullable<Part[K]> };
}

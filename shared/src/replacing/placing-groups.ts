import type { PlacingOption, PlacingParty, PlacingPin, PlacingProblem, PlacingSlot, Plan, Units } from './placing';

/** Parties that go together, or one alone: the smallest thing that is placed. In the order of precedence. */
export interface Group {
  readonly parties: readonly PlacingParty[];
  readonly needs: Units;
  /** Slots every one of them may have and that have room for all of them when nobody else is there. */
  readonly options: readonly GroupOption[];
}

export interface GroupOption {
  readonly slot: string;
  readonly cost: number;
  /** Whose wishes it goes against. */
  readonly worseFor: ReadonlySet<string>;
}

/** What people decided before. `slot` absent = no place. */
export interface SettledGroup {
  readonly group: Group;
  readonly option?: GroupOption;
}

export type Room = ReadonlyMap<string, Units>;

export interface Prepared {
  readonly groups: readonly Group[];
  readonly settled: readonly SettledGroup[];
  /** To be placed by the solver. */
  readonly open: readonly Group[];
  /** What is left when the pins that can be are respected. */
  readonly room: Room;
  readonly badPins: Plan['badPins'];
}

/** Those with more hardships first, then those displaced more often, then those who wait longest. */
export function byPrecedence(one: PlacingParty, other: PlacingParty): number {
  return (
    other.hardships - one.hardships ||
    other.displaced - one.displaced ||
    one.since - other.since ||
    (one.id < other.id ? -1 : 1)
  );
}

/** Nothing that is decided from here on depends on the order rows came in. */
export function prepare(problem: PlacingProblem): Prepared {
  const slots = problem.slots.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const parties = problem.parties.toSorted(byPrecedence);
  const groups = [...gathered(parties, groupName).values()].map((members) => groupOf(members, slots));
  return settle(groups, slots, problem.pins);
}

export function fits(needs: Units, left: Units | undefined): boolean {
  return Object.entries(needs).every(([unit, count]) => count <= (left?.[unit] ?? 0));
}

export function without(left: Units | undefined, needs: Units): Units {
  return {
    ...left,
    ...Object.fromEntries(Object.entries(needs).map(([unit, count]) => [unit, (left?.[unit] ?? 0) - count])),
  };
}

function gathered<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item[]> {
  const all = new Map<string, Item[]>();
  for (const item of items) all.set(nameOf(item), [...(all.get(nameOf(item)) ?? []), item]);
  return all;
}

/** A word nobody else uses must not meet somebody's id. */
function groupName({ id, together }: PlacingParty): string {
  return together === undefined ? `alone ${id}` : `together ${together}`;
}

function groupOf(parties: readonly PlacingParty[], slots: readonly PlacingSlot[]): Group {
  const needs: Record<string, number> = {};
  for (const party of parties) {
    for (const [unit, count] of Object.entries(party.needs)) needs[unit] = (needs[unit] ?? 0) + count;
  }
  const options = slots
    .filter(({ left }) => fits(needs, left))
    .map(({ id }) => commonOption(parties, id))
    .filter((option) => option !== undefined)
    .toSorted(byWorth);
  return { parties, needs, options };
}

function commonOption(parties: readonly PlacingParty[], slot: string): GroupOption | undefined {
  const worseFor = new Set<string>();
  let cost = 0;
  for (const { id, options } of parties) {
    const option = best(options.filter((each) => each.slot === slot));
    if (!option) return undefined;
    if (option.worse) worseFor.add(id);
    cost += option.cost;
  }
  return { slot, cost, worseFor };
}

/** The same slot named twice counts as the kinder of both. */
function best(options: readonly PlacingOption[]): PlacingOption | undefined {
  return options.toSorted((one, other) => Number(one.worse) - Number(other.worse) || one.cost - other.cost)[0];
}

function byWorth(one: GroupOption, other: GroupOption): number {
  return one.worseFor.size - other.worseFor.size || one.cost - other.cost || (one.slot < other.slot ? -1 : 1);
}

/** Pins in the order of precedence: those that fit take their room, the others are told and take none. */
function settle(groups: readonly Group[], slots: readonly PlacingSlot[], all: readonly PlacingPin[]): Prepared {
  const pins = gathered(all, ({ party }) => party);
  const room = new Map(slots.map(({ id, left }) => [id, left]));
  const settled: SettledGroup[] = [];
  const badPins: { party: string; why: Plan['badPins'][number]['why'] }[] = [];
  for (const group of groups) {
    const pinned = group.parties.filter(({ id }) => pins.has(id));
    if (pinned.length === 0) continue;
    const wanted = new Set(pinned.flatMap(({ id }) => (pins.get(id) ?? []).map(({ slot }) => slot)));
    const [slot] = wanted;
    const option = group.options.find((each) => each.slot === slot);
    const why = wanted.size > 1 ? 'split' : slot === undefined ? undefined : whyNot(group, slot, option, room);
    if (why) badPins.push(...pinned.map(({ id }) => ({ party: id, why })));
    if (option && !why) room.set(option.slot, without(room.get(option.slot), group.needs));
    settled.push(option && !why ? { group, option } : { group });
  }
  const isSettled = new Set(settled.map(({ group }) => group));
  return { groups, settled, open: groups.filter((group) => !isSettled.has(group)), room, badPins };
}

function whyNot(
  group: Group,
  slot: string,
  option: GroupOption | undefined,
  room: Room,
): Plan['badPins'][number]['why'] | undefined {
  const allowed = group.parties.every(({ options }) => options.some((each) => each.slot === slot));
  if (!allowed || !room.has(slot)) return 'not-an-option';
  return option && fits(group.needs, room.get(slot)) ? undefined : 'no-room';
}

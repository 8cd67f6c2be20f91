import { ChoiceSearch, type Effort, type Steps } from './choice-search';
import { type ChoiceLimit, type Chooser, gainOf, keepsLimits } from './chooser';
import type { PlacingParty } from './placing';
import { fits, type Group, type GroupOption, type Room, without } from './placing-groups';

/** One group in one slot: yes or no. */
export interface Choice {
  readonly group: Group;
  readonly option: GroupOption;
}

export interface Given {
  readonly room: Room;
  /** Where parties were shown a place before. */
  readonly before: ReadonlyMap<string, string | undefined>;
  readonly chooser: Chooser;
  readonly steps: Steps;
}

/**
 * The plan as yes or no for each choice, made better aim by aim. What an aim reached is a limit for all that come after,
 * so that nothing later is bought with something earlier.
 */
export class Choices {
  readonly all: readonly Choice[];
  proven = true;
  private chosen: readonly boolean[];
  private readonly limits: ChoiceLimit[];
  private readonly ofGroup = new Map<Group, number[]>();
  private readonly closed = new Set<number>();
  private readonly search: ChoiceSearch;

  constructor(
    private readonly groups: readonly Group[],
    { room, before, chooser, steps }: Given,
  ) {
    this.all = groups.flatMap((group) => group.options.map((option) => ({ group, option })));
    for (const group of groups) this.ofGroup.set(group, []);
    for (const [choice, { group }] of this.all.entries()) this.ofGroup.get(group)?.push(choice);
    this.limits = [...onceEach(this.ofGroup.values()), ...withinRoom(room, this.all)];
    this.search = new ChoiceSearch([...this.ofGroup.values()], this.all.length, {
      limits: this.limits,
      chooser,
      steps,
    });
    this.chosen = inTurn(groups, room, this.all, before);
  }

  has(choice: number): boolean {
    return this.chosen[choice] === true;
  }

  /** As much of it as can be; kept from here on. */
  reach(gains: readonly number[]): void {
    this.improve(gains, 'whole');
    const most = gainOf({ gains }, this.chosen);
    if (most === this.bound(gains)) this.keepTheBest(gains);
    else {
      const limit = atLeast(gains, most);
      this.limits.push(limit);
      this.search.limit(limit);
    }
  }

  /**
   * As much of it as can be, without keeping it: what follows from it is for the caller to settle.
   * @returns whether there cannot be more
   */
  improve(gains: readonly number[], effort: Effort): boolean {
    if (gainOf({ gains }, this.chosen) >= this.bound(gains)) return true;
    const program = { gains, limits: this.limits, start: this.chosen };
    const { chosen, proven } = this.search.better(program, this.closed, effort);
    if (gainOf({ gains }, chosen) > gainOf({ gains }, this.chosen) && keepsLimits(program, chosen))
      this.chosen = chosen;
    if (effort === 'whole') this.proven &&= proven;
    return proven;
  }

  /** Never chosen from here on. */
  exclude(choices: readonly number[]): void {
    const out = choices.filter((choice) => !this.has(choice) && !this.closed.has(choice));
    for (const choice of out) this.closed.add(choice);
    this.search.close(out);
  }

  /** One of these of one group is chosen, and stays one of these. */
  require(choices: readonly number[]): void {
    const group = this.all[choices[0] ?? -1]?.group;
    if (!group) return;
    const among = new Set(choices);
    this.exclude((this.ofGroup.get(group) ?? []).filter((choice) => !among.has(choice)));
    const at = this.groups.indexOf(group);
    const once = this.limits[at];
    if (!once || once.least === 1) return;
    this.limits[at] = { ...once, least: 1 };
    this.search.raise(at, 1);
  }

  /** Every group has the most it could have: less is none of its choices any more. */
  private keepTheBest(gains: readonly number[]): void {
    for (const choices of this.ofGroup.values()) {
      const most = this.most(gains, choices);
      const best = choices.filter((choice) => !this.closed.has(choice) && gains[choice] === most);
      if (most > 0) this.require(best);
      else this.exclude(choices.filter((choice) => (gains[choice] ?? 0) < 0));
    }
  }

  /** What could be gained if room were without end. */
  private bound(gains: readonly number[]): number {
    let sum = 0;
    for (const choices of this.ofGroup.values()) sum += this.most(gains, choices);
    return sum;
  }

  private most(gains: readonly number[], choices: readonly number[]): number {
    return choices.reduce((most, choice) => (this.closed.has(choice) ? most : Math.max(most, gains[choice] ?? 0)), 0);
  }

  dispose(): void {
    this.search.dispose();
  }
}

function atLeast(gains: readonly number[], least: number): ChoiceLimit {
  const choices = [...gains.keys()].filter((choice) => gains[choice] !== 0);
  return { choices, times: choices.map((choice) => -(gains[choice] ?? 0)), most: -least };
}

function onceEach(groups: Iterable<readonly number[]>): ChoiceLimit[] {
  return [...groups].map((choices) => ({ choices, times: choices.map(() => 1), most: 1 }));
}

function withinRoom(room: Room, all: readonly Choice[]): ChoiceLimit[] {
  const ofSlot = new Map<string, number[]>();
  for (const [choice, { option }] of all.entries()) {
    const there = ofSlot.get(option.slot);
    if (there) there.push(choice);
    else ofSlot.set(option.slot, [choice]);
  }
  const units = [...new Set(all.flatMap(({ group }) => Object.keys(group.needs)))];
  return [...ofSlot].flatMap(([slot, there]) =>
    units.map((unit) => {
      const choices = there.filter((choice) => needOf(all[choice], unit) > 0);
      const times = choices.map((choice) => needOf(all[choice], unit));
      return { choices, times, most: room.get(slot)?.[unit] ?? 0 };
    }),
  );
}

function needOf(choice: Choice | undefined, unit: string): number {
  return choice?.group.needs[unit] ?? 0;
}

/** A first plan, by turns: whoever comes first takes the best of what is left, after those who were shown a place. */
function inTurn(
  groups: readonly Group[],
  room: Room,
  all: readonly Choice[],
  before: ReadonlyMap<string, string | undefined>,
): boolean[] {
  const left = new Map(room);
  const taken = new Map<Group, GroupOption>();
  const take = (group: Group, options: readonly GroupOption[]) => {
    const option = options.find(({ slot }) => fits(group.needs, left.get(slot)));
    if (!option || taken.has(group)) return;
    taken.set(group, option);
    left.set(option.slot, without(left.get(option.slot), group.needs));
  };
  for (const group of groups) {
    take(
      group,
      group.options.filter(({ slot }) => group.parties.every(({ id }) => before.get(id) === slot)),
    );
  }
  for (const group of groups) take(group, group.options);
  return all.map(({ group, option }) => taken.get(group) === option);
}

/** How many of these it is good for: placed, and nothing against a wish of theirs. */
export function goodFor({ group, option }: Choice, counts: (party: PlacingParty) => boolean): number {
  return group.parties.filter((party) => counts(party) && !option.worseFor.has(party.id)).length;
}

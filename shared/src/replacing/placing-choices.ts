import type { ChoiceLimit, Chooser } from './chooser';
import { gainOf, keepsLimits } from './chooser';
import type { PlacingParty } from './placing';
import { fits, type Group, type GroupOption, type Room, without } from './placing-groups';

/** One group in one slot: yes or no. */
export interface Choice {
  readonly group: Group;
  readonly option: GroupOption;
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
  private readonly out = new Set<number>();

  constructor(
    groups: readonly Group[],
    room: Room,
    private readonly chooser: Chooser,
  ) {
    this.all = groups.flatMap((group) => group.options.map((option) => ({ group, option })));
    this.limits = [...onceEach(groups, this.all), ...withinRoom(room, this.all)];
    this.chosen = inTurn(groups, room, this.all);
  }

  has(choice: number): boolean {
    return this.chosen[choice] === true;
  }

  /** As much of it as can be; kept from here on. */
  reach(gains: readonly number[]): void {
    const most = this.improve(gains);
    this.limits.push(atLeast(gains, most));
  }

  /** As much of it as can be, without keeping it: what follows from it is for the caller to settle. */
  improve(gains: readonly number[]): number {
    if (gainOf({ gains }, this.chosen) < this.bound(gains)) this.search(gains);
    return gainOf({ gains }, this.chosen);
  }

  /** Never chosen from here on. */
  exclude(choices: readonly number[]): void {
    for (const choice of choices) if (!this.has(choice)) this.out.add(choice);
  }

  /** One of these is chosen, and stays one of these. */
  require(choices: readonly number[]): void {
    this.limits.push({ choices, times: choices.map(() => -1), most: -1 });
  }

  isOpen(choice: number): boolean {
    return !this.out.has(choice);
  }

  /** What could be gained if room were without end. */
  private bound(gains: readonly number[]): number {
    const best = new Map<Group, number>();
    for (const [choice, { group }] of this.all.entries()) {
      if (this.isOpen(choice))
        best.set(group, Math.max(best.get(group) ?? Number.NEGATIVE_INFINITY, gains[choice] ?? 0));
    }
    return [...best.values()].reduce((sum, gain) => sum + Math.max(0, gain), 0);
  }

  private search(gains: readonly number[]): void {
    const open = [...this.all.keys()].filter((choice) => this.isOpen(choice));
    const at = new Map(open.map((choice, index) => [choice, index]));
    const inside = this.out.size === 0 ? this.limits : this.limits.map((limit) => amongOpen(limit, at));
    const limits = inside.filter(({ choices }) => choices.length > 0);
    const program = {
      gains: open.map((choice) => gains[choice] ?? 0),
      limits,
      start: open.map((choice) => this.has(choice)),
    };
    const answer = this.chooser(program);
    const isSound =
      keepsLimits(program, answer.chosen) && gainOf(program, answer.chosen) >= gainOf(program, program.start);
    const taken = isSound ? answer.chosen : program.start;
    this.chosen = this.all.map((_choice, choice) => taken[at.get(choice) ?? -1] === true);
    this.proven &&= isSound && answer.proven;
  }
}

function atLeast(gains: readonly number[], least: number): ChoiceLimit {
  const choices = [...gains.keys()].filter((choice) => gains[choice] !== 0);
  return { choices, times: choices.map((choice) => -(gains[choice] ?? 0)), most: -least };
}

function amongOpen({ choices, times, most }: ChoiceLimit, at: ReadonlyMap<number, number>): ChoiceLimit {
  const kept = [...choices.keys()].filter((index) => at.has(choices[index] ?? -1));
  return {
    choices: kept.map((index) => at.get(choices[index] ?? -1) ?? -1),
    times: kept.map((index) => times[index] ?? 0),
    most,
  };
}

function onceEach(groups: readonly Group[], all: readonly Choice[]): ChoiceLimit[] {
  const of = new Map<Group, number[]>(groups.map((group) => [group, []]));
  for (const [choice, { group }] of all.entries()) of.get(group)?.push(choice);
  return [...of.values()].map((choices) => ({ choices, times: choices.map(() => 1), most: 1 }));
}

function withinRoom(room: Room, all: readonly Choice[]): ChoiceLimit[] {
  const units = new Set(all.flatMap(({ group }) => Object.keys(group.needs)));
  return [...room].flatMap(([slot, left]) =>
    [...units].map((unit) => {
      const choices = [...all.keys()].filter(
        (choice) => all[choice]?.option.slot === slot && needOf(all[choice], unit) > 0,
      );
      return { choices, times: choices.map((choice) => needOf(all[choice], unit)), most: left[unit] ?? 0 };
    }),
  );
}

function needOf(choice: Choice | undefined, unit: string): number {
  return choice?.group.needs[unit] ?? 0;
}

/** A first plan, by turns: whoever comes first takes the best of what is left. */
function inTurn(groups: readonly Group[], room: Room, all: readonly Choice[]): boolean[] {
  const left = new Map(room);
  const taken = new Map<Group, GroupOption>();
  for (const group of groups) {
    const option = group.options.find(({ slot }) => fits(group.needs, left.get(slot)));
    if (!option) continue;
    taken.set(group, option);
    left.set(option.slot, without(left.get(option.slot), group.needs));
  }
  return all.map(({ group, option }) => taken.get(group) === option);
}

/** How many of these it is good for: placed, and nothing against a wish of theirs. */
export function goodFor({ group, option }: Choice, counts: (party: PlacingParty) => boolean): number {
  return group.parties.filter((party) => counts(party) && !option.worseFor.has(party.id)).length;
}

import { Steps } from './choice-search';
import type { Chooser } from './chooser';
import type { Placed, PlacingParty, PlacingProblem, Plan, Unplaced } from './placing';
import { apart } from './placing-apart';
import { byName } from './placing-by-name';
import { type Choice, Choices, goodFor } from './placing-choices';
import {
  byPrecedence,
  fits,
  type Group,
  type GroupOption,
  type Prepared,
  prepare,
  type Room,
  without,
} from './placing-groups';

const OTHERS = 2;

/** The answer for those who share slots. */
interface Answer {
  readonly chosen: ReadonlyMap<Group, GroupOption>;
  readonly fairest: boolean;
  readonly proven: boolean;
}

/**
 * Places everybody at once, whole or not at all, and never more than fit. What is aimed at, in this order, and nothing
 * later is bought with something earlier:
 * 1. among those with most hardships as few as possible without a place or worse off, then among those with fewer …;
 * 2. the same by how often they lost a place;
 * 3. as few as possible without a place;
 * 4. by name: whoever has more hardships, lost a place more often, waits longer, is spared before the next;
 * 5. the sum of costs; 6. as few as possible moved from where `before` had them.
 * The same problem, in whatever order its rows stand, has the same plan. It ends after so many steps of searching (never
 * after some time): what is not proven best by then is kept as good as it was found, and the plan says so.
 */
export function solve(problem: PlacingProblem, chooser: Chooser): Plan {
  const prepared = prepare(problem);
  const before = new Map((problem.before ?? []).map(({ party, slot }) => [party, slot]));
  const steps = new Steps();
  const answers = apart(prepared.open).map((groups) => {
    const choices = new Choices(groups, { room: prepared.room, before, chooser, steps });
    try {
      return answerOf(choices, groups, before);
    } finally {
      choices.dispose();
    }
  });
  return told(problem, prepared, answers);
}

function answerOf(choices: Choices, groups: readonly Group[], before: ReadonlyMap<string, string | undefined>): Answer {
  const parties = groups.flatMap(({ parties: members }) => members).toSorted(byPrecedence);
  fewestWorseOff(choices, parties);
  choices.reach(choices.all.map(({ group }) => group.parties.length));
  byName(choices, parties, (choice, party) => goodFor(choice, ({ id }) => id === party.id) > 0);
  byName(choices, parties, () => true);
  const fairest = choices.proven;
  choices.reach(choices.all.map(({ option }) => -option.cost));
  const stays = ({ group, option }: Choice) => group.parties.filter(({ id }) => before.get(id) === option.slot).length;
  choices.reach(choices.all.map(stays));
  const taken = choices.all.filter((_choice, at) => choices.has(at));
  return { fairest, proven: choices.proven, chosen: new Map(taken.map(({ group, option }) => [group, option])) };
}

function fewestWorseOff(choices: Choices, parties: readonly PlacingParty[]): void {
  for (const measure of ['hardships', 'displaced'] as const) {
    const levels = [...new Set(parties.map((party) => party[measure]))].toSorted((one, other) => other - one);
    for (const level of levels) {
      choices.reach(choices.all.map((choice) => goodFor(choice, (party) => party[measure] === level)));
    }
  }
}

function told(problem: PlacingProblem, prepared: Prepared, answers: readonly Answer[]): Plan {
  const chosen = new Map<Group, GroupOption>();
  for (const { group, option } of prepared.settled) if (option) chosen.set(group, option);
  for (const answer of answers) for (const [group, option] of answer.chosen) chosen.set(group, option);
  let left: Room = prepared.room;
  for (const [group, { slot }] of chosen) {
    const isPinned = prepared.settled.some((each) => each.group === group);
    if (!isPinned) left = new Map(left).set(slot, without(left.get(slot), group.needs));
  }
  const groupOf = new Map(prepared.groups.flatMap((group) => group.parties.map(({ id }) => [id, group] as const)));
  const pinned = new Set(problem.pins.map(({ party }) => party));
  const placed: Placed[] = [];
  const unplaced: Unplaced[] = [];
  for (const party of problem.parties) {
    const group = groupOf.get(party.id);
    const option = group && chosen.get(group);
    if (group && option) placed.push(placedAt(party, group, option, left));
    else unplaced.push({ party: party.id, why: pinned.has(party.id) ? 'pinned' : whyUnplaced(party, group, left) });
  }
  const fairest = answers.every((answer) => answer.fairest);
  const proven = answers.every((answer) => answer.proven);
  return { proven, fairest, placed, unplaced, badPins: prepared.badPins };
}

function placedAt(party: PlacingParty, group: Group, option: GroupOption, left: Room): Placed {
  const others = group.options
    .filter(({ slot }) => slot !== option.slot && fits(group.needs, left.get(slot)))
    .slice(0, OTHERS)
    .map(({ slot }) => slot);
  return { party: party.id, slot: option.slot, worse: option.worseFor.has(party.id), others };
}

function whyUnplaced(party: PlacingParty, group: Group | undefined, left: Room): Unplaced['why'] {
  const own = party.options.filter(({ slot }) => left.has(slot));
  if (own.length === 0) return 'no-option';
  const isAlone = (group?.parties.length ?? 1) === 1;
  return !isAlone && own.some(({ slot }) => fits(party.needs, left.get(slot))) ? 'together' : 'no-room';
}

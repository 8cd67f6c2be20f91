import type { Chooser } from './chooser';
import type { Placed, PlacingParty, PlacingProblem, Plan, Unplaced } from './placing';
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

/** So many are compared one by one in one search: each counts for more than all after it together. */
const AT_ONCE = 16;
const OTHERS = 2;

/**
 * Places everybody at once, whole or not at all, and never more than fit. What is aimed at, in this order, and nothing
 * later is bought with something earlier:
 * 1. among those with most hardships as few as possible without a place or worse off, then among those with fewer …;
 * 2. the same by how often they lost a place;
 * 3. as few as possible without a place;
 * 4. by name: whoever has more hardships, lost a place more often, waits longer, is spared before the next;
 * 5. the sum of costs; 6. as few as possible moved from where `before` had them.
 * The same problem, in whatever order its rows stand, has the same plan.
 */
export function solve(problem: PlacingProblem, chooser: Chooser): Plan {
  const prepared = prepare(problem);
  const choices = new Choices(prepared.open, prepared.room, chooser);
  const parties = prepared.open.flatMap(({ parties: members }) => members).toSorted(byPrecedence);
  fewestWorseOff(choices, parties);
  choices.reach(choices.all.map(({ group }) => group.parties.length));
  oneByOne(choices, parties, (choice, party) => goodFor(choice, ({ id }) => id === party.id) > 0);
  oneByOne(choices, parties, () => true);
  choices.reach(choices.all.map(({ option }) => -option.cost));
  stayWhereTheyWere(choices, problem.before ?? []);
  return told(problem, prepared, choices);
}

function fewestWorseOff(choices: Choices, parties: readonly PlacingParty[]): void {
  for (const measure of ['hardships', 'displaced'] as const) {
    const levels = [...new Set(parties.map((party) => party[measure]))].toSorted((one, other) => other - one);
    for (const level of levels) {
      choices.reach(choices.all.map((choice) => goodFor(choice, (party) => party[measure] === level)));
    }
  }
}

/** Each party in its turn has it if it can; settled for good, so what comes after is a smaller question. */
function oneByOne(
  choices: Choices,
  parties: readonly PlacingParty[],
  has: (choice: Choice, party: PlacingParty) => boolean,
): void {
  const having = new Map<PlacingParty, number[]>();
  for (const [at, choice] of choices.all.entries()) {
    for (const party of choice.group.parties) {
      if (has(choice, party)) having.set(party, [...(having.get(party) ?? []), at]);
    }
  }
  const isMet = (party: PlacingParty) => (having.get(party) ?? []).some((choice) => choices.has(choice));
  let rest = parties;
  while (rest.length > 0) {
    if (rest[0] && !isMet(rest[0])) {
      const gains = choices.all.map(() => 0);
      for (const [turn, party] of rest.slice(0, AT_ONCE).entries()) {
        for (const choice of having.get(party) ?? []) gains[choice] = (gains[choice] ?? 0) + 2 ** (AT_ONCE - turn);
      }
      choices.improve(gains);
      for (const party of rest.slice(0, AT_ONCE)) settle(choices, having.get(party) ?? [], isMet(party));
      rest = rest.slice(AT_ONCE);
    } else {
      for (const party of rest.slice(0, 1)) settle(choices, having.get(party) ?? [], true);
      rest = rest.slice(1);
    }
  }
}

function settle(choices: Choices, having: readonly number[], met: boolean): void {
  if (met) choices.require(having);
  else choices.exclude(having);
}

function stayWhereTheyWere(choices: Choices, before: PlacingProblem['pins']): void {
  const was = new Map(before.map(({ party, slot }) => [party, slot]));
  const stays = ({ group, option }: Choice) => group.parties.filter(({ id }) => was.get(id) === option.slot).length;
  choices.reach(choices.all.map(stays));
}

function told(problem: PlacingProblem, prepared: Prepared, choices: Choices): Plan {
  const chosen = new Map<Group, GroupOption>();
  for (const { group, option } of prepared.settled) if (option) chosen.set(group, option);
  for (const [at, { group, option }] of choices.all.entries()) if (choices.has(at)) chosen.set(group, option);
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
  return { proven: choices.proven, placed, unplaced, badPins: prepared.badPins };
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

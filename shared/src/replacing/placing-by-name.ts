import type { PlacingParty } from './placing';
import type { Choice, Choices } from './placing-choices';

/** So many are compared one by one in one search: each counts for more than all after it together. */
const AT_ONCE = 16;

/**
 * Each party in its turn has it if it can; settled for good, so what comes after is a smaller question.
 * @param parties in the order they come
 * @param has whether this choice is what it wants
 */
export function byName(
  choices: Choices,
  parties: readonly PlacingParty[],
  has: (choice: Choice, party: PlacingParty) => boolean,
): void {
  const turns = new Turns(choices, parties, has);
  // a plan that is good for most of the first, so that little is left to ask by name
  choices.improve(
    turns.gains(parties, (turn) => parties.length - turn),
    'near',
  );
  let rest = parties;
  while (rest.length > 0) {
    const count = turns.isMet(rest[0]) ? 1 : turns.decide(rest);
    for (const party of rest.slice(0, count)) turns.settle(party);
    rest = rest.slice(count);
  }
}

class Turns {
  private readonly having = new Map<PlacingParty, number[]>();

  constructor(
    private readonly choices: Choices,
    parties: readonly PlacingParty[],
    has: (choice: Choice, party: PlacingParty) => boolean,
  ) {
    for (const party of parties) this.having.set(party, []);
    for (const [at, choice] of choices.all.entries()) {
      for (const party of choice.group.parties) if (has(choice, party)) this.having.get(party)?.push(at);
    }
  }

  isMet(party: PlacingParty | undefined): boolean {
    return this.of(party).some((choice) => this.choices.has(choice));
  }

  /** @returns how many of the first have what they can have now, each before all who come after */
  decide(parties: readonly PlacingParty[]): number {
    const next = parties.slice(0, AT_ONCE);
    const inTurn = this.gains(next, (turn) => 2 ** (AT_ONCE - turn));
    const alone = this.gains(parties.slice(0, 1), () => 1);
    if (this.choices.improve(inTurn, 'bound')) return next.length;
    if (this.choices.improve(alone, 'bound')) return 1;
    if (this.choices.improve(inTurn, 'near')) return next.length;
    if (!this.isMet(parties[0])) this.choices.improve(alone, 'whole');
    return 1;
  }

  settle(party: PlacingParty): void {
    if (this.isMet(party)) this.choices.require(this.of(party));
    else this.choices.exclude(this.of(party));
  }

  gains(parties: readonly PlacingParty[], weight: (turn: number) => number): readonly number[] {
    const gains = this.choices.all.map(() => 0);
    for (const [turn, party] of parties.entries()) {
      for (const choice of this.of(party)) gains[choice] = (gains[choice] ?? 0) + weight(turn);
    }
    return gains;
  }

  private of(party: PlacingParty | undefined): readonly number[] {
    return (party && this.having.get(party)) ?? [];
  }
}

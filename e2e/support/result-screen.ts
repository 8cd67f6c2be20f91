import type { Door } from '@jinmen/shared/facts/doors';
import type { FactValues } from '@jinmen/shared/facts/fact';
import { type ExpectedVerdict, expectedNotAsked, expectedResult } from './expected-result';

/** What the card of one programme says. */
export interface ShownVerdict extends ExpectedVerdict {
  readonly why: string;
  /** `''` where nothing is said of money. */
  readonly amount: string;
}

/** A door under 还没问 and what it is said to lead to. */
export interface DoorOffer {
  readonly title: string;
  readonly line: string;
}

/** The result as an eye and a finger have it, on either phone. */
export interface ResultScreen {
  /** Every word on the page that is not behind a press. */
  words(): Promise<string>;
  /** The programmes that have a card, in reading order. */
  programmes(): Promise<readonly string[]>;
  /** What the card of this programme says; its clauses are opened on the way. */
  verdict(programme: string): Promise<ShownVerdict>;
  /** The words of the card 可以一起办的; `''` when there is none. */
  plan(): Promise<string>;
  /** What stands under 还没问. */
  notAsked(): Promise<readonly DoorOffer[]>;
  /** Opens the door with this title from under 还没问, which leads to its questions. */
  openDoor(title: string): Promise<void>;
}

/**
 * The page says exactly what the rules in force say about these facts: every programme that has an answer, clause by
 * clause, and under 还没问 every programme that only a closed door keeps open. Returns the cards as they stand there.
 */
export async function expectAnswers(
  screen: ResultScreen,
  facts: FactValues,
  doors: readonly Door[],
): Promise<readonly ShownVerdict[]> {
  const expected = expectedResult(facts, doors);
  expect([...(await screen.programmes())].sort()).toEqual(expected.map(({ programme }) => programme).sort());
  const shown: ShownVerdict[] = [];
  for (const verdict of expected) {
    shown.push(await screen.verdict(verdict.programme));
    expect(shown.at(-1)).toMatchObject(verdict);
  }
  const offers = await screen.notAsked();
  for (const title of expectedNotAsked(facts, doors)) {
    expect(offers.map(({ line }) => line.split('、'))).toContainEqual(expect.arrayContaining([title]));
  }
  return shown;
}

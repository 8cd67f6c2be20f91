import type { FactDefinition, FactValue, FactValues } from '@jinmen/shared/facts/fact';

/** A small seeded generator (mulberry32): the same seed gives the same households on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How likely a fact is answered, and how likely an answer is 不清楚. */
export interface Completeness {
  readonly answered: number;
  readonly unclear: number;
}

/** Facts of one made-up household; money is drawn low, where the lines of relief are. */
export function randomHousehold(
  definitions: Readonly<Record<string, FactDefinition>>,
  random: () => number,
  { answered, unclear }: Completeness,
): FactValues {
  const facts: Record<string, FactValue | null> = {};
  for (const [name, definition] of Object.entries(definitions)) {
    if (random() >= answered) continue;
    const value = random() < unclear ? null : randomValue(definition, random);
    if (value !== undefined) facts[name] = value;
  }
  return facts;
}

function randomValue(definition: FactDefinition, random: () => number): FactValue | undefined {
  switch (definition.type) {
    case 'boolean':
      return random() < 0.3;
    case 'count':
      return definition.min + Math.floor(random() ** 2 * Math.min(definition.max - definition.min + 1, 6));
    case 'money':
      return Math.floor(random() * Math.min(definition.max, 600_000));
    case 'choice':
      return definition.options[Math.floor(random() * definition.options.length)]?.value;
    case 'staff':
      return undefined;
  }
}

import type { Vocabulary } from './vocabulary';

/** Every fact a rule, an amount or a number rests on, also through derived numbers: rules are plain data to walk. */
export function factsUnder(rule: unknown, { derived }: Pick<Vocabulary, 'derived'>): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('fact' in node && typeof node.fact === 'string' && !names.has(node.fact)) {
      names.add(node.fact);
      collect(derived[node.fact]);
    }
    for (const part of Object.values(node)) collect(part);
  };
  collect(rule);
  return names;
}

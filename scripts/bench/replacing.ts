import assert from 'node:assert/strict';
import { crowdOf } from '@jinmen/shared/replacing/fixtures/families';
import { highsChooser } from '@jinmen/shared/replacing/highs-chooser';
import { solve } from '@jinmen/shared/replacing/solve';
import { median } from './rounds.mjs';

/** As many families and voyages as one suspended voyage leaves, and ten times as many; as many places as they need. */
const CASES = [
  { name: 'voyage_replacing_60', families: 60, slots: 12, aim: 1000, rounds: 7 },
  { name: 'voyage_replacing_600', families: 600, slots: 40, aim: null, rounds: 1 },
] as const;

/** Milliseconds from the problem to a plan that is proven best, with the library loaded. */
export async function replacingBenchmarks() {
  const chooser = await highsChooser();
  return CASES.map(({ name, families, slots, aim, rounds }) => {
    const times = Array.from({ length: rounds }, (_round, seed) => {
      const problem = crowdOf({ families, slots, placesForHundred: 100, seed });
      const began = process.hrtime.bigint();
      const plan = solve(problem, chooser);
      const took = Number(process.hrtime.bigint() - began) / 1_000_000;
      assert.equal(plan.placed.length + plan.unplaced.length, families);
      return took;
    });
    return { name, value: median(times), unit: `ms for ${families} families and ${slots} voyages`, aim, rounds };
  });
}

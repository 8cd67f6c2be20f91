import assert from 'node:assert/strict';
import { crowdOf } from '@jinmen/shared/replacing/fixtures/families';
import { highsChooser } from '@jinmen/shared/replacing/highs-chooser';
import { solve } from '@jinmen/shared/replacing/solve';
import { median } from './rounds.mjs';

/** As many families and voyages as one suspended voyage leaves, and ten times as many; as many places as they need. */
const CASES = [
  { name: 'voyage_replacing_60', families: 60, slots: 12, aim: 1000, rounds: 7 },
  { name: 'voyage_replacing_600', families: 600, slots: 40, aim: 8000, rounds: 3 },
] as const;

/** Processor time from the problem to a plan that is proven best, with the library loaded: a busy machine changes it least. */
export async function replacingBenchmarks() {
  const chooser = await highsChooser();
  return CASES.map(({ name, families, slots, aim, rounds }) => {
    const times = Array.from({ length: rounds }, (_round, seed) => {
      const problem = crowdOf({ families, slots, placesForHundred: 100, seed });
      const began = process.cpuUsage();
      const plan = solve(problem, chooser);
      const { user, system } = process.cpuUsage(began);
      assert.equal(plan.proven, true);
      assert.equal(plan.placed.length + plan.unplaced.length, families);
      return (user + system) / 1000;
    });
    return {
      name,
      value: median(times),
      unit: `ms of processor time for ${families} families and ${slots} voyages`,
      aim,
      rounds,
    };
  });
}

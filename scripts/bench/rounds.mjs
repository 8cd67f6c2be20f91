/** The middle value; of an even number of values, the lower of the two in the middle. */
export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}

/**
 * Measures two things in turn, so that a busy machine slows both alike, and takes the median of the ratios of each
 * round. `one` and `other` return a cost (the larger, the slower). The order changes every round.
 */
export async function ratioOfRounds(rounds, one, other) {
  const ratios = [];
  const costs = { one: [], other: [] };
  for (let round = 0; round < rounds; round += 1) {
    const first = round % 2 === 0;
    const a = first ? await one() : undefined;
    const b = await other();
    const cost = a ?? (await one());
    ratios.push(cost / b);
    costs.one.push(cost);
    costs.other.push(b);
  }
  return { ratio: median(ratios), one: median(costs.one), other: median(costs.other) };
}

/** Microseconds one call of `work` takes, over `times` calls. */
export function microsecondsPerCall(times, work) {
  const began = process.hrtime.bigint();
  for (let count = 0; count < times; count += 1) work(count);
  return Number(process.hrtime.bigint() - began) / 1000 / times;
}

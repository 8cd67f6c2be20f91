import { Gauges } from '../src/platform/metrics/gauges';
import type { RunningServer } from '../src/serve';

/** What `/metrics` says of these series now; 0 of one that is not there yet. */
export async function figures({ app }: Pick<RunningServer, 'app'>, series: readonly string[]): Promise<number[]> {
  const lines = (await app.get(Gauges).text()).split('\n');
  return series.map((name) => {
    const line = lines.find((each) => each.startsWith(`${name} `));
    return line === undefined ? 0 : Number(line.slice(name.length + 1));
  });
}

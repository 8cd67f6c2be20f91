import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { type SlowReport, slowSockets } from './slow-sockets';

const { values: asked } = parseArgs({
  options: { slow: { type: 'string', default: '500' }, planted: { type: 'boolean', default: false } },
});
/** Thirty seconds for a request, and as long as it takes until somebody looks, which is every five. */
const WITHIN_MS = 60_000;
/** Below this a difference of two p99 is this machine's, not the slow ones'. */
const NOISE_MS = 30;

function broken({ left, othersRefused, p99AloneMs, p99BesideMs }: SlowReport): readonly string[] {
  const isSlower = p99BesideMs > 2 * p99AloneMs && p99BesideMs - p99AloneMs > NOISE_MS;
  return [
    ...(left === 0 ? [] : [`${left} slow connections were never ended`]),
    ...(othersRefused.length === 0 ? [] : [`${othersRefused.length} others were not served: ${othersRefused[0]}`]),
    ...(isSlower ? ['others waited more than twice as long beside them'] : []),
  ];
}

async function main(): Promise<void> {
  const report = await slowSockets({ slow: Number(asked.slow), withinMs: WITHIN_MS, planted: asked.planted });
  const rows: readonly (readonly [string, string])[] = [
    ['slow connections', String(report.slow)],
    ['of them never ended', String(report.left)],
    ['the last one ended after', `${(report.lastEndedMs / 1000).toFixed(1)} s`],
    ['others not served', String(report.othersRefused.length)],
    ['p99 of others, alone', `${report.p99AloneMs.toFixed(1)} ms`],
    ['p99 of others, beside them', `${report.p99BesideMs.toFixed(1)} ms`],
  ];
  for (const [name, value] of rows) process.stdout.write(`${name.padEnd(32)}${value.padStart(12)}\n`);
  for (const line of broken(report)) process.stdout.write(`BROKEN: ${line}\n`);
  if (broken(report).length > 0) process.exitCode = 1;
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);

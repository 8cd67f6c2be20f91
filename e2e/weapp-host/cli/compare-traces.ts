import { readFileSync } from 'node:fs';
import { firstDifference, normalisedTrace } from '../automator/trace';

/** `npx tsx e2e/weapp-host/cli/compare-traces.ts ours.log theirs.log`: exit code 1 where two recordings part. */
const [ours, theirs] = process.argv.slice(2).map((file) => normalisedTrace(readFileSync(file, 'utf8')));
if (!ours?.length || !theirs?.length)
  throw new Error('two recordings with frames of DEBUG=automator:protocol are needed');
const difference = firstDifference(ours, theirs);
console.log(difference ?? `${ours.length} requests answered alike`);
process.exit(difference === undefined ? 0 : 1);

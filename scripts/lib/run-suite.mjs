import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startKept } from './kept-process.mjs';
import { SUITES } from './suites.mjs';

/** A suite that hangs is a failed suite; one that shares the machine with another takes its time. */
const LIMIT_MS = 25 * 60_000;

/**
 * Runs one suite to its end and counts: `{passed, failed, skipped, seconds}`. A suite that cannot run, hangs, or runs
 * no test at all counts as one failure, because silence must not read as success. One that `givesWay` leaves the cores
 * to whatever else wants them: beside a browser with a person's patience.
 */
export async function runSuite(name, { env, folder, output = 'inherit', givesWay = false }) {
  const suite = SUITES[name];
  const report = path.join(folder, `${name}.json`);
  const began = performance.now();
  const line = [process.execPath, ...suite.command(report)];
  const [command, ...args] = givesWay ? ['nice', '-n', '5', ...line] : line;
  const child = startKept(command, args, { env: { ...env, ...suite.env }, output });
  const text = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => text.push(chunk));
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    void child.stop();
  }, LIMIT_MS);
  const code = await child.exited;
  clearTimeout(limit);
  const counts = countsOf(report, code, late);
  return {
    ...counts,
    seconds: Math.round((performance.now() - began) / 1000),
    text: Buffer.concat(text).toString('utf8'),
  };
}

/** What a report says, in one shape for jest and node:test. */
export function countsOf(report, code, late) {
  if (late) return { passed: 0, failed: 1, skipped: 0, why: `did not end within ${LIMIT_MS / 60_000} minutes` };
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, why: 'ended without a report' };
  const jest = JSON.parse(readFileSync(report, 'utf8'));
  const passed = jest.numPassedTests;
  const skipped = jest.numPendingTests + jest.numTodoTests;
  const failed = jest.numFailedTests + jest.numRuntimeErrorTestSuites;
  if (failed === 0 && passed === 0) return { passed, failed: 1, skipped, why: 'ran no test' };
  if (failed === 0 && code !== 0)
    return { passed, failed: 1, skipped, why: `all tests passed, yet it ended with code ${code}` };
  return { passed, failed, skipped, ...(failed > 0 && { failures: failuresOf(jest) }) };
}

/** Each test that failed, with the beginning of what it said: a long log is read from its end, or cut in its middle. */
function failuresOf({ testResults = [], failures = [] }) {
  const ofFile = ({ name, message, assertionResults }) => {
    const tests = assertionResults.filter(({ status }) => status === 'failed');
    if (tests.length === 0) return message ? [{ name, message }] : [];
    return tests.map((test) => ({ name: `${name} › ${test.fullName}`, message: test.failureMessages.join('\n') }));
  };
  return [...testResults.flatMap(ofFile), ...failures];
}

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { inRoot } from './lib/root.mjs';
import { countsOf } from './lib/run-suite.mjs';
import { belowFloor, failureLines, table, totalsOf } from './lib/totals.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'jm-counts-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const NOTHING = {
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

function reportOf(counts) {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify({ ...NOTHING, ...counts }));
  return file;
}

describe('counting a suite', () => {
  it('fails one that ran no test', () => {
    assert.equal(countsOf(reportOf({}), 0, false).failed, 1);
  });

  it('fails one whose every test is skipped', () => {
    assert.equal(countsOf(reportOf({ numPendingTests: 3 }), 0, false).failed, 1);
  });

  it('fails one that ended without a report', () => {
    assert.equal(countsOf(path.join(folder, 'none.json'), 0, false).failed, 1);
  });

  it('fails one that hung', () => {
    assert.equal(countsOf(reportOf({ numPassedTests: 5 }), 1, true).failed, 1);
  });

  it('fails one whose tests passed but which ended badly', () => {
    assert.equal(countsOf(reportOf({ numPassedTests: 5 }), 1, false).failed, 1);
  });

  it('counts a file that could not be loaded as a failure', () => {
    const counts = countsOf(reportOf({ numPassedTests: 5, numRuntimeErrorTestSuites: 1 }), 1, false);
    assert.deepEqual(counts, { passed: 5, failed: 1, skipped: 0, failures: [] });
  });

  it('names what failed, and how it began to say so', () => {
    const passed = { status: 'passed', fullName: 'is kept', failureMessages: [] };
    const failed = {
      status: 'failed',
      fullName: 'is paid',
      failureMessages: ['\u001b[31mError: no\u001b[39m\n  at x'],
    };
    const report = reportOf({
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 1,
      testResults: [
        { name: 'money.spec.ts', message: 'all of it', assertionResults: [passed, failed] },
        { name: 'broken.spec.ts', message: 'Cannot find module', assertionResults: [] },
        { name: 'good.spec.ts', message: '', assertionResults: [passed] },
      ],
    });
    assert.equal(
      failureLines({ server: countsOf(report, 1, false), shared: { passed: 1, failed: 0, skipped: 0 } }),
      [
        '✗ server: money.spec.ts › is paid',
        '    Error: no',
        '      at x',
        '✗ server: broken.spec.ts',
        '    Cannot find module',
      ].join('\n'),
    );
  });
});

describe('floors', () => {
  const counts = { one: { passed: 5, failed: 0, skipped: 1 }, two: { passed: 2, failed: 1, skipped: 0 } };

  it('are broken by a suite that proves less, and by one that is gone', () => {
    assert.deepEqual(belowFloor(counts, { one: 5, two: 2 }), []);
    const broken = belowFloor(counts, { one: 6, two: 2, gone: 1 });
    assert.equal(broken.length, 2);
    assert.match(broken[0], /one passed 5 tests, fewer than its floor of 6/);
    assert.match(broken[1], /gone passed 0 tests/);
  });

  it('stand beside the counts in the table', () => {
    assert.match(table(counts, { one: 5 }), /one +5 passed +0 failed +1 skipped +floor 5/);
    assert.deepEqual(totalsOf(counts), { passed: 7, failed: 1, skipped: 1 });
  });
});

describe('the reporter of node:test', () => {
  it('counts tests, not the groups around them', () => {
    const spec = path.join(folder, 'made-up.spec.mjs');
    writeFileSync(
      spec,
      `import { describe, it } from 'node:test';
       describe('group', () => { it('a', () => {}); it('b', () => {}); it('c', { skip: true }, () => {}); });
       it('d', () => { throw new Error('no'); });`,
    );
    const report = path.join(folder, 'node.json');
    const reporter = inRoot('scripts/lib/count-reporter.mjs');
    // Inside a test run Node marks its children; this one must be a run of its own.
    const { NODE_TEST_CONTEXT, ...env } = process.env;
    spawnSync(
      process.execPath,
      ['--test', `--test-reporter=${reporter}`, `--test-reporter-destination=${report}`, spec],
      { env },
    );
    const { numPassedTests, numFailedTests, numPendingTests, failures } = JSON.parse(readFileSync(report, 'utf8'));
    assert.deepEqual([numPassedTests, numFailedTests, numPendingTests], [2, 1, 1]);
    assert.deepEqual(
      failures.map(({ name }) => name),
      ['d'],
    );
  });
});

const { readFileSync } = require('node:fs');
const { availableParallelism } = require('node:os');
const path = require('node:path');

const { $schema, ...swc } = JSON.parse(readFileSync(path.join(__dirname, '.swcrc'), 'utf8'));
const project = (name, testRegex, left = []) => ({
  displayName: name,
  rootDir: __dirname,
  // what is tested is loaded once per worker, not once per spec: the two files say how, and what that costs
  testEnvironment: path.join(__dirname, 'test/jest/environment.cjs'),
  runtime: path.join(__dirname, 'test/jest/runtime.cjs'),
  testRegex,
  testPathIgnorePatterns: ['/node_modules/', '/dist/', ...left],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  setupFiles: ['reflect-metadata'],
  transform: { '^.+\\.[jt]s$': ['@swc/jest', { ...swc, swcrc: false, sourceMaps: 'inline' }] },
  moduleNameMapper: { '^@jinmen/shared/(.*)$': path.join(__dirname, '../shared/src/$1') },
});

/**
 * In the whole run (`TEST_SHARED_OUT`) a spec that would say the same on both databases runs on one: MySQL, because the
 * journeys of e2e walk the features on the embedded database. What locks, counts, queues, migrates, comes back or is quoted
 * by a database that refuses it runs on both.
 * Called by hand, jest leaves nothing out.
 */
const ON_BOTH =
  '/src/(platform/(database|idempotency|outbox|jobs)|modules/(slot-inventory|bookings|openings|waiting-list))/';
const ON_BOTH_TOO = '/src/(schema|crash|fuzz|drill|canary)[.]int-spec|/seal-standard-changes[.]int-spec';
/** What they compare is told by the application, whatever keeps it. */
const ON_EMBEDDED_ALONE = [
  '/bookings/partner/decline-rule[.]int-spec',
  '/bookings/signed-bookings[.]int-spec',
  '/src/access-matrix[.]int-spec',
];

function elsewhere() {
  if (!process.env.TEST_SHARED_OUT) return [];
  if (process.env.TEST_DIALECT !== 'embedded') return ON_EMBEDDED_ALONE;
  return [`^(?!.*(${[ON_BOTH, ON_BOTH_TOO, ...ON_EMBEDDED_ALONE].join('|')}))`];
}

/** `unit` needs nothing; `int` needs TEST_DATABASE_URL (MySQL) or TEST_DIALECT=embedded. */
module.exports = {
  // beside the journeys a spec may wait for a core
  testTimeout: 60_000,
  // jest would leave one of two cores idle; each spec has its own database, data folder and ports
  maxWorkers: Math.max(2, availableParallelism() - 1),
  projects: [project('unit', '\\.spec\\.ts$'), project('int', '\\.int-spec\\.ts$', elsewhere())],
};

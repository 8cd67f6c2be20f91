const path = require('node:path');

const SWC = {
  sourceMaps: 'inline',
  swcrc: false,
  module: { type: 'commonjs' },
  jsc: { target: 'es2022', keepClassNames: true, parser: { syntax: 'typescript' } },
};

/** A suite of this workspace: `npx jest -c e2e/jest.config.cjs --selectProjects <name>`. */
const suite = (displayName, testMatch, more = {}) => ({
  ...more,
  displayName,
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  transform: { '^.+\\.[tj]s$': ['@swc/jest', SWC] },
  // These packages ship ES modules only.
  transformIgnorePatterns: ['/node_modules/\\.pnpm/(?!(css-what)@)'],
  moduleNameMapper: { '^@jinmen/shared/(.*)$': `${path.join(__dirname, '../shared/src')}/$1` },
});

/** One phone, or two, for the whole suite; and one place that looks after every test whether all went well on them. */
const PHONES = {
  globalSetup: '<rootDir>/support/phone/before-the-suite.ts',
  globalTeardown: '<rootDir>/support/phone/after-the-suite.ts',
  setupFilesAfterEnv: ['<rootDir>/support/phone/every-test.ts'],
};

module.exports = {
  projects: [
    suite('host', ['weapp-host/**/*.spec.ts', 'support/**/*.spec.ts']),
    suite('simulators', ['simulators/**/*.spec.ts']),
    suite('api', ['specs/api/*.e2e.ts']),
    suite('h5', ['specs/h5/*.e2e.ts']),
    suite('weapp', ['specs/weapp/*.e2e.ts'], PHONES),
    // No suite of `npm test`: scripts/bench/weapp-journeys.mjs runs it.
    suite('bench', ['bench/*.bench.ts'], PHONES),
  ],
  // Journeys share two cores with a browser each: one at a time is faster than all at once.
  maxWorkers: 1,
  testTimeout: 120_000,
};

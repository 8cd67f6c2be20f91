import { listFiles } from './content-hash.mjs';
import { inRoot } from './root.mjs';

const JEST = inRoot('node_modules/jest/bin/jest.js');

const jest = (config, ...args) => ({
  runner: 'jest',
  command: (report) => [JEST, '-c', config, '--ci', '--json', `--outputFile=${report}`, ...args],
});
const project = (config, name) => jest(config, '--selectProjects', name);
const nodeTest = (keep) => ({
  runner: 'node',
  command: (report) => [
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${inRoot('scripts/lib/count-reporter.mjs')}`,
    `--test-reporter-destination=${report}`,
    ...listFiles(['scripts'], (file) => file.endsWith('.spec.mjs') && keep(file)),
  ],
});

const isArchitecture = (file) => file.endsWith('architecture.spec.mjs');

/**
 * Every suite of the house, cheapest first. `builds` and `needs` are prepared before it runs; `env` is added to its own.
 * A journey mostly waits (for a browser, a bureau, a clock), a database suite keeps every core busy: `beside` names the
 * lane in which a suite runs while the other lane runs too. One without a lane has the machine to itself, before them.
 */
export const SUITES = {
  shared: { ...jest('shared/jest.config.cjs') },
  'server-unit': { ...project('server/jest.config.cjs', 'unit') },
  miniapp: { ...jest('miniapp/jest.config.cjs') },
  architecture: { ...nodeTest(isArchitecture) },
  scripts: { ...nodeTest((file) => !isArchitecture(file)), builds: ['server', 'h5', 'h5-production', 'weapp'] },
  simulators: { ...project('e2e/jest.config.cjs', 'simulators'), needs: ['chromium'], beside: 'journeys' },
  'server-int-embedded': {
    ...project('server/jest.config.cjs', 'int'),
    builds: ['server'],
    env: { TEST_DIALECT: 'embedded', TEST_SHARED_OUT: 'yes' },
    beside: 'databases',
  },
  'server-int-mysql': {
    ...project('server/jest.config.cjs', 'int'),
    builds: ['server'],
    needs: ['database', 'redis'],
    env: { TEST_SHARED_OUT: 'yes' },
    beside: 'databases',
  },
  host: { ...project('e2e/jest.config.cjs', 'host'), needs: ['chromium'], beside: 'journeys' },
  api: { ...project('e2e/jest.config.cjs', 'api'), builds: ['server'], beside: 'journeys' },
  h5: { ...project('e2e/jest.config.cjs', 'h5'), builds: ['server', 'h5'], needs: ['chromium'], beside: 'journeys' },
  weapp: {
    ...project('e2e/jest.config.cjs', 'weapp'),
    builds: ['server', 'weapp'],
    needs: ['chromium'],
    beside: 'journeys',
  },
};

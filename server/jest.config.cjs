const { readFileSync } = require('node:fs');
const { availableParallelism } = require('node:os');
const path = require('node:path');

const { $schema, ...swc } = JSON.parse(readFileSync(path.join(__dirname, '.swcrc'), 'utf8'));
const project = (name, testRegex) => ({
  displayName: name,
  rootDir: __dirname,
  testEnvironment: 'node',
  testRegex,
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  setupFiles: ['reflect-metadata'],
  // content-disposition (of @fastify/static) is ESM only, which jest cannot require on Node 20
  transformIgnorePatterns: ['/node_modules/\\.pnpm/(?!content-disposition@)'],
  transform: { '^.+\\.[jt]s$': ['@swc/jest', { ...swc, swcrc: false, sourceMaps: 'inline' }] },
  moduleNameMapper: { '^@jinmen/shared/(.*)$': path.join(__dirname, '../shared/src/$1') },
});

/** `unit` needs nothing; `int` needs TEST_DATABASE_URL (MySQL) or TEST_DIALECT=embedded. */
module.exports = {
  testTimeout: 30_000,
  // jest would leave one of two cores idle; each spec has its own database, data folder and ports
  maxWorkers: Math.max(2, availableParallelism() - 1),
  projects: [project('unit', '\\.spec\\.ts$'), project('int', '\\.int-spec\\.ts$')],
};

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from '../lib/root.mjs';

/** A mutant that waits for ever is noticed after this; less, and a busy machine would be taken for one. */
const PATIENCE_MS = 60_000;

/** Stryker's settings for one module (docs/adr/0038). `mutate`: files, or `file:line-line`. */
export function optionsFor(name, { specs }, mutate) {
  return {
    mutate,
    ignorePatterns: ['/*', '!/server', '!/shared', '!/docs', '/docs/screens', '/*/dist', '!/package.json'],
    testRunner: 'jest',
    plugins: ['@stryker-mutator/jest-runner'],
    jest: { projectType: 'custom', enableFindRelatedTests: false, config: jestFor(specs) },
    coverageAnalysis: 'perTest',
    // what a file works out while it is loaded is loaded anew for each mutant: see environment.cjs
    ignoreStatic: false,
    warnings: { slow: false },
    concurrency: 1,
    timeoutMS: PATIENCE_MS,
    checkers: [],
    disableTypeChecks: true,
    tempDirName: '.cache/stryker/sandbox',
    reporters: ['progress-append-only', 'clear-text', 'json'],
    clearTextReporter: { logTests: false, allowColor: false, reportScoreTable: false },
    jsonReporter: { fileName: `.cache/stryker/${name}.json` },
    allowConsoleColors: false,
    logLevel: 'warn',
  };
}

/** The house's own jest, without its projects and in the environment that knows of mutants. */
function jestFor(specs) {
  const { $schema, ...swc } = JSON.parse(readFileSync(inRoot('server/.swcrc'), 'utf8'));
  return {
    testEnvironment: inRoot('scripts/stryker/environment.cjs'),
    runtime: inRoot('server/test/jest/runtime.cjs'),
    testMatch: specs.map((each) => `<rootDir>/${each}`),
    setupFiles: [createRequire(inRoot('server/package.json')).resolve('reflect-metadata')],
    transform: { '^.+\\.[jt]s$': ['@swc/jest', { ...swc, swcrc: false, sourceMaps: 'inline' }] },
    moduleNameMapper: { '^@jinmen/shared/(.*)$': '<rootDir>/shared/src/$1' },
    // a mutant that waits for ever fails its test before it is late: what is killed instead takes its database with it
    testTimeout: 20_000,
  };
}

const { ModuleMocker } = require('jest-mock');

/** What jest keeps on `globalThis` about one spec file, under symbols. */
const OF_ONE_SPEC = /^(JEST_|EVENT_HANDLERS|RETRY_|TEST_TIMEOUT|LOG_ERRORS|WAIT_BEFORE)/;

/**
 * Specs run in the worker's own realm instead of a new one each: what `./runtime.cjs` loads once for all of them would
 * else see another `Error`, `Array` or `globalThis` than they do. Whatever a spec may change there is put back after it.
 */
module.exports = class OneRealm {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  // `jest.useFakeTimers` is not offered: our code asks the Clock
  fakeTimers = null;
  fakeTimersModern = null;
  #before = {
    env: { ...process.env },
    execArgv: [...process.execArgv],
    exit: process.exit,
    globals: { console, fetch },
  };

  async setup() {}

  async teardown() {
    const { env, execArgv, exit, globals } = this.#before;
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
    Object.assign(process.env, env);
    process.execArgv.splice(0, Number.POSITIVE_INFINITY, ...execArgv);
    process.exit = exit;
    Object.assign(globalThis, globals);
    for (const symbol of Object.getOwnPropertySymbols(globalThis))
      if (OF_ONE_SPEC.test(symbol.description)) delete globalThis[symbol];
  }

  exportConditions() {
    return ['node', 'node-addons', 'require', 'default'];
  }

  getVmContext() {
    return globalThis;
  }
};

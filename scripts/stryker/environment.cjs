const OneRealm = require('../../server/test/jest/environment.cjs');

const SOURCE = /\/(server|shared)\/src\//;

/**
 * Sources are loaded once for many specs (server/test/jest/runtime.cjs), and Stryker's own code in them asks which mutant
 * is on only when it is loaded. So it is told before each spec, and the sources are loaded anew: what a file works out
 * while it is loaded may be what the mutant changes.
 */
module.exports = class TellsWhichMutant extends OneRealm {
  async setup() {
    globalThis.__stryker__ ??= {};
    globalThis.__stryker__.activeMutant = process.env.__STRYKER_ACTIVE_MUTANT__;
    for (const file of Object.keys(require.cache)) if (SOURCE.test(file)) delete require.cache[file];
    await super.setup();
  }
};

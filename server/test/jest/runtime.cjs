const Module = require('node:module');
const { compileFunction } = require('node:vm');
const { default: JestRuntime } = require('jest-runtime');

const PACKAGE = /\/node_modules\//;
const SOURCE = /\/(server|shared)\/src\/(?!.*[.](int-)?spec[.]ts$)/;
const nodeResolve = Module._resolveFilename;

/**
 * Packages and the sources under test are loaded once per worker, by Node itself, as in the running server; jest would
 * load them anew for every spec file, which took longer than most specs. Specs and their helpers (`server/test`) are
 * still loaded anew for each. So `jest.mock` reaches only what a spec itself asks for: the house mocks no module.
 */
module.exports = class LoadsOnce extends JestRuntime {
  constructor(...args) {
    super(...args);
    this.executor.compile = this.compileHere.bind(this);
    this.teachNode();
  }

  requireModule(from, name, options, actual) {
    if (options?.isInternalModule || (name && Module.isBuiltin(name)))
      return super.requireModule(from, name, options, actual);
    const file = this._resolution.resolveCjs(from, name);
    if (SOURCE.test(file)) return require(file);
    // by its name, because Node may read other conditions of a package's `exports` than jest
    if (PACKAGE.test(file)) return Module.createRequire(from)(name ?? from);
    return super.requireModule(from, name, options, actual);
  }

  /** In this realm instead of one of the spec's own. */
  compileHere(code, filename) {
    return compileFunction(code, this.executor.injectedModuleParameters, { filename });
  }

  /** To find and read our sources as jest does, so that both take the same file for the same, and stacks name its lines. */
  teachNode() {
    Module._resolveFilename = (request, parent, ...rest) =>
      SOURCE.test(parent?.filename) && /^([.]|@jinmen\/)/.test(request)
        ? this._resolution.resolveCjs(parent.filename, request)
        : nodeResolve.call(Module, request, parent, ...rest);
    Module._extensions['.ts'] = (module, file) => module._compile(this.transformCache.transform(file), file);
  }

  // `process` is the real one here, not a spec's own
  installGetBuiltinModule() {}
};

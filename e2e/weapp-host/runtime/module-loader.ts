import type { CodeSpace, Registrars } from 'glass-easel-miniprogram-adapter';
import type { HostBundle } from '../compile/bundle';
import { isRecord } from './json';
import { SERVICE_NAMES, type ServiceScope } from './service-scope';

interface CommonModule {
  exports: unknown;
}

export type ModuleFactory = (
  this: unknown,
  require: (path: string) => unknown,
  module: CommonModule,
  exports: unknown,
  ...scope: unknown[]
) => void;

/** `require` of the logic layer, and Page/Component/Behavior for the file that is being loaded. */
export class ModuleLoader {
  private readonly modules = new Map<string, CommonModule>();
  private readonly registered = new Set<string>();
  private readonly builtInBehaviours = new Map<string, unknown>();
  /** Registrars of the page or component being loaded: Taro calls Component() from a shared file, not from its own. */
  private current: Registrars | undefined;
  private scopeValues: unknown[] = [];

  constructor(
    private readonly bundle: HostBundle,
    private readonly space: CodeSpace,
    private readonly factories: ReadonlyMap<string, ModuleFactory>,
  ) {}

  useScope(scope: ServiceScope): void {
    this.scopeValues = SERVICE_NAMES.map((name) => scope[name]);
  }

  /** Runs a function a test sent, with the same names in scope as a module has. */
  inScope<T>(make: (...scope: unknown[]) => T): T {
    return make(...this.scopeValues);
  }

  /** Loads app.js, then every page and component, as DevTools does at start. */
  loadAll(): void {
    this.require('', 'app.js');
    for (const path of Object.keys(this.bundle.components)) {
      if (!this.registered.has(path)) this.require('', `${path}.js`);
    }
  }

  registerPage(definition: unknown): void {
    this.registrars('Page').Page(definition);
  }

  registerComponent(definition: unknown): void {
    this.registrars('Component').Component(this.withBuiltInBehaviours(definition));
  }

  registerBehaviour(definition: unknown): unknown {
    return this.registrars('Behavior').Behavior(this.withBuiltInBehaviours(definition));
  }

  private registrars(name: string): Registrars {
    if (!this.current) throw new Error(`${name}() called outside the file of a page or component`);
    return this.current;
  }

  private require(from: string, request: string): unknown {
    const path = candidatesFor(from, request).find((candidate) => this.factories.has(candidate));
    const factory = path === undefined ? undefined : this.factories.get(path);
    if (path === undefined || !factory) throw new Error(`module '${request}' is not defined (required from '${from}')`);
    const known = this.modules.get(path);
    if (known) return known.exports;
    const module: CommonModule = { exports: {} };
    this.modules.set(path, module);
    const run = (): void => {
      const require = (inner: string): unknown => this.require(path, inner);
      factory.call(
        this.scopeValues[SERVICE_NAMES.indexOf('globalThis')],
        require,
        module,
        module.exports,
        ...this.scopeValues,
      );
    };
    this.runRegistering(path.slice(0, -'.js'.length), run);
    return module.exports;
  }

  private runRegistering(path: string, run: () => void): void {
    if (!(path in this.bundle.components) || this.registered.has(path)) {
      run();
      return;
    }
    this.registered.add(path);
    this.space.componentEnv(path, (registrars) => {
      const outer = this.current;
      this.current = registrars;
      try {
        run();
      } finally {
        this.current = outer;
      }
    });
  }

  /** `behaviors: ['wx://form-field']` names behaviours that WeChat builds in. */
  private withBuiltInBehaviours(definition: unknown): unknown {
    if (!isRecord(definition) || !Array.isArray(definition.behaviors)) return definition;
    const behaviors = definition.behaviors.filter(Boolean).map((behaviour: unknown) => {
      return typeof behaviour === 'string' ? this.builtInBehaviour(behaviour) : behaviour;
    });
    return { ...definition, behaviors };
  }

  private builtInBehaviour(name: string): unknown {
    if (!this.builtInBehaviours.has(name)) {
      const definition = name === 'wx://form-field' ? { properties: { name: String, value: null } } : {};
      this.builtInBehaviours.set(name, this.space.behavior().definition(definition).register());
    }
    return this.builtInBehaviours.get(name);
  }
}

/** Where a required path may lie: beside the file, from the root, or in the nearest miniprogram_npm. */
function candidatesFor(from: string, request: string): string[] {
  const path = request.startsWith('/') ? request.slice(1) : new URL(request, `http://x/${from}`).pathname.slice(1);
  const direct = [path, `${path}.js`, `${path}/index.js`];
  if (/^[./]/.test(request)) return direct;
  const folders = from.split('/').slice(0, -1);
  const roots = folders.map((_, index) => `${folders.slice(0, index + 1).join('/')}/`).reverse();
  const packages = [...roots, ''].flatMap((root) => [
    `${root}miniprogram_npm/${request}.js`,
    `${root}miniprogram_npm/${request}/index.js`,
  ]);
  return [...direct, ...packages];
}

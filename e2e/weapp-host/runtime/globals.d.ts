/** What the host's own scripts leave on the window of the outer page; Node provides the two `__host*` functions. */
interface Window {
  __hostEmit(message: string): void;
  __hostRequest(request: string): Promise<string>;
  __bundle: import('../compile/bundle').HostBundle;
  __templates: (
    getRegExp: (pattern: string, flags?: string) => RegExp,
    getDate: (...parts: ConstructorParameters<DateConstructor>) => Date,
  ) => Record<string, unknown>;
  __define(path: string, factory: import('./module-loader').ModuleFactory): void;
  __moduleFactories: Map<string, import('./module-loader').ModuleFactory>;
  __host: import('./browser-host').BrowserHost;
}

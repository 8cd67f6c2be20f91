/// <reference path="../../node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts" />

/** What the host's own scripts leave on the window of the outer page; Node provides the functions. */
interface Window {
  __hostEmit(message: string): void;
  __hostRequest(request: string): Promise<string>;
  /** Ends a request that has left already. */
  __hostDrop(id: string): Promise<void>;
  /** Globals of the language itself, without the browser's. */
  __language: readonly string[];
  __settings: import('../compile/bundle').PhoneSettings;
  __bundle: import('../compile/bundle').HostBundle;
  __templates: (
    getRegExp: (pattern: string, flags?: string) => RegExp,
    getDate: (...parts: ConstructorParameters<DateConstructor>) => Date,
  ) => Record<string, unknown>;
  __define(path: string, factory: import('./module-loader').ModuleFactory): void;
  __moduleFactories: Map<string, import('./module-loader').ModuleFactory>;
  __host: import('./browser-host').BrowserHost;
}

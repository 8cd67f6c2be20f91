/** Names every module of the mini-program receives as parameters, in this order, after require, module and exports. */
export const SERVICE_NAMES = [
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'globalThis',
  'global',
  'console',
  'Function',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
] as const;

export type ServiceScope = Record<(typeof SERVICE_NAMES)[number], unknown>;

const SERVICE: ReadonlySet<string> = new Set(SERVICE_NAMES);

/**
 * The parameter list of a function a test sends to run inside the app. `hidden` are the names a browser has and WeChat's
 * logic layer has not: parameters nobody fills, so that they are undefined.
 */
export function scopeParameters(hidden: readonly string[]): string {
  return [...SERVICE_NAMES, ...hidden.filter((name) => !SERVICE.has(name))].join(',');
}

/** The parameter list of a module's wrapper function. */
export function moduleParameters(hidden: readonly string[]): string {
  return `require,module,exports,${scopeParameters(hidden)}`;
}

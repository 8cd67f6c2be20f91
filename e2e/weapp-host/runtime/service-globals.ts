import type { Reports } from './reports';

/** What `globalThis` of the logic layer holds: the language, timers, wx. Nothing of the browser. */
export function serviceGlobals(own: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    ...{ Object, Array, Promise, Symbol, Map, Set, WeakMap, WeakSet, JSON, Math, Date, RegExp, Proxy, Reflect, Intl },
    ...{ Error, TypeError, RangeError, SyntaxError, Number, String, Boolean, BigInt },
    ...{ ArrayBuffer, Uint8Array, Uint16Array, Uint32Array, Int8Array, Int16Array, Int32Array, DataView },
    ...{ Float32Array, Float64Array, parseInt, parseFloat, isNaN, isFinite },
    ...{ encodeURIComponent, decodeURIComponent, encodeURI, decodeURI },
    setTimeout: setTimeout.bind(window),
    clearTimeout: clearTimeout.bind(window),
    setInterval: setInterval.bind(window),
    clearInterval: clearInterval.bind(window),
    ...own,
  };
}

/**
 * `Function` as the logic layer sees it: making code from a string fails, as WeChat's review rules demand.
 * The one exception is `Function('return this')`, which libraries use to find the global object and WeChat answers too.
 * The page's Content-Security-Policy stops the other ways in (eval, a function's constructor).
 */
export function guardedFunction(globalObject: () => object, reports: Reports): FunctionConstructor {
  const make = (parts: readonly unknown[]): (() => unknown) => {
    if (parts.length === 1 && /^\s*return this;?\s*$/.test(String(parts[0]))) return () => globalObject();
    const message = `Function() was called to make code from a string: ${String(parts.at(-1)).slice(0, 80)}`;
    reports.problem({ kind: 'code-generation', message });
    throw new EvalError(message);
  };
  return new Proxy(Function, {
    apply: (_target, _self, parts: unknown[]) => make(parts),
    construct: (_target, parts: unknown[]) => make(parts),
  });
}

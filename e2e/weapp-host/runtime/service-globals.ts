import type { Reports } from './reports';

/** What `globalThis` of the logic layer holds: the language, timers, wx. Nothing of the browser. */
export function serviceGlobals(
  language: readonly string[],
  own: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const names = language.filter((name) => name in window);
  return { ...Object.fromEntries(names.map((name) => [name, Reflect.get(window, name)])), ...own };
}

/**
 * V8 hands the frames of an error to `Error.prepareStackTrace`, and with them what each ran on. A phone has no such
 * thing: what an app puts there is forgotten.
 */
export function hideStackFrames(): void {
  Object.defineProperty(Error, 'prepareStackTrace', { get: () => undefined, set: () => undefined });
}

/**
 * `Function` as the logic layer sees it: making code from a string fails, as WeChat's review rules demand.
 * The one exception is `Function('return this')`, which libraries use to find the global object and WeChat answers too.
 * The page's Content-Security-Policy stops the other ways in (eval, a function's constructor, import()).
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

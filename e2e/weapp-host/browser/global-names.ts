import { runInNewContext } from 'node:vm';
import type { Page } from 'playwright-core';

/** Code at run time, or replaced by the host's own. */
const NOT_PART_OF_IT = new Set(['eval', 'Function', 'WebAssembly', 'console', 'globalThis']);
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
/** Syntax in strict code; neither can name a parameter. */
const NO_PARAMETER = new Set(['eval', 'undefined']);

/** What the host's own scripts leave on the window. */
const OF_THE_HOST = ['__host', '__bundle', '__templates', '__define', '__moduleFactories', '__language', '__settings'];

/** Globals of JavaScript itself, as an engine without a browser around it has them. */
export function languageNames(): string[] {
  const names: string[] = runInNewContext('Object.getOwnPropertyNames(globalThis)');
  return names.filter((name) => !NOT_PART_OF_IT.has(name));
}

/** Globals this browser adds to the language: asked of the browser, so that none is forgotten. */
export async function browserNames(page: Page, hostPage: string): Promise<string[]> {
  const found = await page.evaluate(() => {
    const names = new Set<string>();
    for (let object: object | null = window; object !== null; object = Object.getPrototypeOf(object)) {
      for (const name of Object.getOwnPropertyNames(object)) names.add(name);
    }
    return [...names];
  });
  // A browser makes the id of every element a global, too.
  const ids = [...hostPage.matchAll(/\bid="(\w+)"/g)].map((match) => match[1] ?? '');
  const language = new Set(languageNames());
  const all = new Set([...found, ...ids, ...OF_THE_HOST]);
  return [...all].filter((name) => IDENTIFIER.test(name) && !language.has(name) && !NO_PARAMETER.has(name));
}

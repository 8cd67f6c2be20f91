import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { WxApi } from './bundle';

const WX_INTERFACE = /\n {4}interface Wx \{\n([\s\S]*?)\n {4}\}/;
const COMMENT = /\/\*[\s\S]*?\*\//g;
/** Name, parameters and type of the answer of each method. */
const METHOD = /^ {8}(\w+)(?:<[\s\S]*?>)?\(([\s\S]*?)\n? *\): ([^\n]*)/gm;

/** All functions on `wx`, from the public typings, so that an API the host lacks fails instead of being undefined. */
export function wxApis(): WxApi[] {
  const folder = dirname(require.resolve('miniprogram-api-typings/package.json'));
  // The comments hold whole example programs, with braces and calls of their own.
  const typings = readFileSync(join(folder, 'types/wx/lib.wx.api.d.ts'), 'utf8').replace(COMMENT, '');
  const body = WX_INTERFACE.exec(typings)?.[1];
  if (body === undefined)
    throw new Error('miniprogram-api-typings no longer has "interface Wx": adapt compile/api-names.ts');
  const apis = [...body.matchAll(METHOD)].map(([, name = '', parameters = '', answer = '']): [string, WxApi] => [
    name,
    { name, isAsync: isAsync(name, parameters, answer) },
  ]);
  return [...new Map(apis).values()];
}

/** By a promise, or by the callbacks among its options; a listener and a `…Sync` have none. */
function isAsync(name: string, parameters: string, answer: string): boolean {
  if (answer.startsWith('Promis')) return true;
  return answer.startsWith('void') && /\boption\b/.test(parameters) && !/^(on|off)[A-Z]|Sync$/.test(name);
}

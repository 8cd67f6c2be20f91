import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const WX_INTERFACE = /\n {4}interface Wx \{\n([\s\S]*?)\n {4}\}/;
const COMMENT = /\/\*[\s\S]*?\*\//g;
const METHOD = /^ {8}(\w+)(?:<|\()/gm;

/** Names of all functions on `wx`, from the public typings, so that an API the host lacks fails instead of being undefined. */
export function wxApiNames(): string[] {
  const folder = dirname(require.resolve('miniprogram-api-typings/package.json'));
  // The comments hold whole example programs, with braces and calls of their own.
  const typings = readFileSync(join(folder, 'types/wx/lib.wx.api.d.ts'), 'utf8').replace(COMMENT, '');
  const body = WX_INTERFACE.exec(typings)?.[1];
  if (body === undefined)
    throw new Error('miniprogram-api-typings no longer has "interface Wx": adapt compile/api-names.ts');
  return [...new Set([...body.matchAll(METHOD)].map((match) => match[1] ?? ''))];
}

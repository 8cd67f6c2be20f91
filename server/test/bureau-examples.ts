import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface BureauExamples {
  /** The message in `<name>.json`. */
  json<Value = Record<string, unknown>>(name: string): Value;
  /** A callback's type and data. */
  callback(name: string): { readonly type: string; readonly data: Record<string, unknown> };
  /** The files nobody asked for so far: a document nobody is tested against is only paper. */
  unread(): string[];
}

/** The example messages of a bureau's document, which both sides are tested against. */
export function examplesOf(bureau: string): BureauExamples {
  const folder = join(__dirname, '../../docs/bureaus', bureau, 'examples');
  const read = new Set<string>();
  const json = (name: string) => {
    read.add(`${name}.json`);
    return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  };
  return {
    json,
    callback: (name) => json(`callback-${name}`),
    unread: () => readdirSync(folder).filter((file) => !read.has(file)),
  };
}

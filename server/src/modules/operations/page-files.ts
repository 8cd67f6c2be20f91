import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

export interface PageFile {
  readonly type: string;
  readonly content: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Every file of `page/` by its name, read once: nothing an address says ever becomes a path. */
export function pageFiles(): ReadonlyMap<string, PageFile> {
  const dir = join(__dirname, 'page');
  return new Map(
    readdirSync(dir).flatMap((name) => {
      const type = TYPES[extname(name)];
      return type === undefined ? [] : [[name, { type, content: readFileSync(join(dir, name)) }] as const];
    }),
  );
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

/** The files of a dist directory, by their path from its root with forward slashes. */
export interface DistFiles {
  readonly paths: readonly string[];
  has(path: string): boolean;
  text(path: string): string;
  bytes(path: string): number;
}

/** Reads the directory's listing once. Throws when it is no built mini-program (no app.json). */
export function openDist(root: string): DistFiles {
  if (!existsSync(join(root, 'app.json'))) {
    throw new Error(`${root} holds no app.json: build the mini-program first (npm run build:weapp)`);
  }
  const paths = listFiles(root, '');
  const known = new Set(paths);
  return {
    paths,
    has: (path) => known.has(path),
    text: (path) => readFileSync(join(root, path), 'utf8'),
    bytes: (path) => statSync(join(root, path)).size,
  };
}

function listFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    return entry.isDirectory() ? listFiles(root, path) : [path];
  });
}

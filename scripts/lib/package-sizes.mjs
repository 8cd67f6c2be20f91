import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Bytes. `aim` is what we want, `limit` fails the build. WeChat's own limits are 2 MB a package and 30 MB together. */
export const BUDGETS = {
  main: { aim: 700_000, limit: 1_200_000 },
  sub: { aim: 500_000, limit: 800_000 },
  total: { aim: 2_500_000, limit: 4_000_000 },
};

/** WeChat does not upload these. */
const NOT_UPLOADED = /(^|\/)project\.(private\.)?config\.json$|\.(map|txt|md)$/;

/** Pre-upload bytes of a built mini-program: `[{name, bytes, files}]`, the main package first. */
export function packageSizes(dist) {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8'));
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => `${root.replace(/\/+$/, '')}/`);
  const packages = new Map(['main', ...roots].map((name) => [name, { name, bytes: 0, files: 0 }]));
  for (const file of uploadedFiles(dist)) {
    const entry = packages.get(roots.find((root) => file.startsWith(root)) ?? 'main');
    entry.bytes += statSync(path.join(dist, file)).size;
    entry.files += 1;
  }
  return [...packages.values()];
}

/** Paths relative to `dist`, with forward slashes. */
export function uploadedFiles(dist) {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !NOT_UPLOADED.test(file))
    .sort();
}

/** One sentence for each package over its limit, and for all of them together. */
export function overBudget(sizes) {
  return [...sizes, totalOf(sizes)]
    .filter(({ name, bytes }) => bytes > budgetOf(name).limit)
    .map(({ name, bytes }) => `The package ${name} has ${bytes} bytes; the limit is ${budgetOf(name).limit}.`);
}

/** All packages as if they were one, named `total`. */
export function totalOf(sizes) {
  const sum = (key) => sizes.reduce((all, each) => all + (each[key] ?? 0), 0);
  return { name: 'total', bytes: sum('bytes'), files: sum('files') };
}

export const budgetOf = (name) => BUDGETS[name] ?? BUDGETS.sub;

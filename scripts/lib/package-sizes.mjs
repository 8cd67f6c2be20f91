import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Bytes. `aim` is what we want, `limit` fails the build. WeChat's own limit is 2 MB a package. */
export const BUDGETS = { main: { aim: 700_000, limit: 1_200_000 }, sub: { aim: 500_000, limit: 800_000 } };

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

/** One sentence for each package over its limit. */
export function overBudget(sizes) {
  return sizes
    .filter(({ name, bytes }) => bytes > budgetOf(name).limit)
    .map(({ name, bytes }) => `The package ${name} has ${bytes} bytes; the limit is ${budgetOf(name).limit}.`);
}

export const budgetOf = (name) => (name === 'main' ? BUDGETS.main : BUDGETS.sub);

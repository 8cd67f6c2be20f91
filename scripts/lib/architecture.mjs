import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { inRoot, ROOT } from './root.mjs';
import { Stop } from './stop.mjs';

const CRUISED = [
  'shared/src',
  'server/src',
  'server/test',
  'miniapp/src',
  'miniapp/config',
  'miniapp/test',
  'e2e',
  'scripts',
];

/**
 * Reads every import under `root` and judges it by .dependency-cruiser.mjs. `{violations: [{rule, comment, from, to}],
 * modules}`, where `modules` counts our own files: a cruiser that read nothing reports success.
 */
export function cruise(root = ROOT) {
  const folders = CRUISED.filter((folder) => existsSync(path.join(root, folder)));
  const cruiser = inRoot('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cruiser, '--config', inRoot('.dependency-cruiser.mjs'), '--output-type', 'json', ...folders];
  const result = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  const report = parse(result);
  return {
    modules: report.modules.filter(({ source }) => folders.some((folder) => source.startsWith(`${folder}/`))).length,
    violations: report.summary.violations.map(({ rule, from, to, comment }) => ({
      rule: rule.name,
      comment,
      from,
      to,
    })),
  };
}

function parse({ stdout, stderr }) {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Stop(`dependency-cruiser printed no report:\n${stderr}${stdout.slice(0, 2000)}`);
  }
}

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { contentProblems } from '../lib/package-contents.mjs';
import { overBudget, packageSizes, uploadedFiles } from '../lib/package-sizes.mjs';
import { inRoot } from '../lib/root.mjs';
import { personalDataProblems } from './personal-data.mjs';
import { scriptProblems } from './scripts.mjs';
import { secretProblems, secretValues } from './secrets.mjs';
import { styleProblems } from './styles.mjs';
import { wechatCompilers } from './wechat-compilers.mjs';

/**
 * What must hold of a built mini-program before anybody opens it (docs/adr/0023), by name. Each judges a folder:
 * `(dist, { apiHost }) → problems`, one sentence each.
 */
export const GATES = {
  'every package is within its budget': (dist) => overBudget(packageSizes(dist)),
  'no address and no decorated class nobody vouches for': (dist, { apiHost }) =>
    eachFile(dist, /\.(js|json|wxml|wxss|wxs)$/, (file, text) => contentProblems(file, text, apiHost)),
  'every script can be read, and finds what it calls, on the oldest phone': (dist) =>
    eachFile(dist, /\.(js|wxs)$/, scriptProblems),
  'no style is lost on the oldest phone': (dist) => eachFile(dist, /\.wxss$/, styleProblems),
  'no secret': (dist) => {
    const ours = secretValues({ ...dotEnv(), ...process.env });
    return eachFile(dist, /./, (file, text) => secretProblems(file, text, ours));
  },
  'no number that could be a person’s': (dist) => eachFile(dist, /\.(js|json|wxml|wxs)$/, personalDataProblems),
};

/** All of them, and Tencent's compilers; `notRun` says which could not judge here, and why. */
export function gateProblems(dist, known) {
  const compilers = wechatCompilers();
  const judged = Object.values(GATES).flatMap((gate) => gate(dist, known));
  if (compilers.missing) return { problems: judged, notRun: [compilers.missing] };
  return { problems: [...judged, ...compilers.wxml(dist), ...compilers.wxss(dist)], notRun: [] };
}

/** A chunk several packages carry alike is judged once. */
function eachFile(dist, kind, judge) {
  const seen = new Set();
  return uploadedFiles(dist)
    .filter((file) => kind.test(file))
    .flatMap((file) => {
      const text = readFileSync(path.join(dist, file), 'utf8');
      if (seen.has(text)) return [];
      seen.add(text);
      return judge(file, text);
    });
}

function dotEnv() {
  const file = inRoot('.env');
  return existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
}

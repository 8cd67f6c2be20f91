import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { uploadedFiles } from '../lib/package-sizes.mjs';
import { inRoot, requireFrom } from '../lib/root.mjs';

const BINARIES = { 'linux-x64': 'linux', 'darwin-x64': 'mac', 'darwin-arm64': 'mac' };
const MOST_OUTPUT = 64 * 1024 * 1024;

/**
 * Tencent's own `wcc` and `wcsc`, which judge WXML, WXS and WXSS before a phone ever sees them:
 * `{ wxml(folder), wxss(folder) }`, each the problems of a built mini-program; or `{ missing: why }` where they do not
 * run, which must be said and never read as a yes.
 */
export function wechatCompilers(platform = `${process.platform}-${process.arch}`) {
  if (!BINARIES[platform]) return { missing: `Tencent has no wcc and wcsc for ${platform}` };
  const [wcc, wcsc] = ['wcc', 'wcsc'].map((name) => runnable(name, BINARIES[platform]));
  // Both print their usage, and end with 0 or 1, when they run at all.
  const silent = [wcc, wcsc].find((program) => spawnSync(program, ['-h']).error);
  if (silent)
    return { missing: `${path.basename(silent)} does not run here: ${spawnSync(silent, ['-h']).error.message}` };
  return { wxml: (dist) => wxmlProblems(wcc, dist), wxss: (dist) => wxssProblems(wcsc, dist) };
}

/** They come without the right to be run, in a folder that several worktrees share: a copy of our own gets it. */
function runnable(name, folder) {
  const { version } = requireFrom('', 'miniprogram-compiler/package.json');
  const program = inRoot('.cache/wechat-compilers', version, folder, name);
  if (!existsSync(program)) {
    mkdirSync(path.dirname(program), { recursive: true });
    copyFileSync(inRoot('node_modules/miniprogram-compiler/bin', folder, name), program);
    chmodSync(program, 0o755);
  }
  return program;
}

/** All at once, as DevTools compiles them: an import is followed, a template must exist. */
function wxmlProblems(wcc, dist) {
  const files = uploadedFiles(dist);
  const templates = files.filter((file) => file.endsWith('.wxml'));
  const scripts = files.filter((file) => file.endsWith('.wxs'));
  const own = componentsOf(dist, templates);
  return problemsOf(wcc, ['-d', '-cc', own, ...templates, ...scripts, '-gn', '$gwx'], dist, templates);
}

/** As its wrapper tells wcc: how many files have components of their own, and for each their number and names. */
function componentsOf(dist, templates) {
  const own = templates.flatMap((file) => {
    const settings = path.join(dist, file.replace(/\.wxml$/, '.json'));
    const names = existsSync(settings)
      ? Object.keys(JSON.parse(readFileSync(settings, 'utf8')).usingComponents ?? {})
      : [];
    return names.length > 0 ? [[file, names.length, ...names]] : [];
  });
  return [own.length, ...own.flat()].join(' ');
}

function wxssProblems(wcsc, dist) {
  const files = uploadedFiles(dist).filter((file) => file.endsWith('.wxss'));
  return problemsOf(wcsc, ['-lc', '-db', '-pc', String(files.length), ...files], dist, files);
}

function problemsOf(program, args, cwd, files) {
  const name = path.basename(program);
  if (files.length === 0) return [`${name} found nothing to compile in ${cwd}`];
  const { status, stderr, stdout } = spawnSync(program, args, { cwd, maxBuffer: MOST_OUTPUT });
  const said = stderr.toString().trim();
  if (status !== 0 || said !== '') return [`${name} refuses it (code ${status}): ${said || 'without a word'}`];
  const made = stdout.toString();
  return files.filter((file) => !made.includes(file)).map((file) => `${name} made nothing of ${file}`);
}

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from './content-hash.mjs';
import { inRoot, ROOT, requireFrom } from './root.mjs';
import { Stop } from './stop.mjs';

const TEST = /\.(spec|int-spec)\.ts$|\/fixtures\//;

/** What a browser gets as it stands: the operators' page. */
const PAGE = /\/page\/[^/]+\.(html|css|js|svg)$/;

/**
 * shared/src → shared/dist and server/src → server/dist as CommonJS, by swc with server/.swcrc; JSON and pages are
 * copied. Throws on a syntax error.
 */
export function compileServer() {
  const swc = requireFrom('', '@swc/core');
  const { $schema, exclude, ...options } = JSON.parse(readFileSync(inRoot('server/.swcrc'), 'utf8'));
  for (const workspace of ['shared', 'server']) {
    rmSync(inRoot(workspace, 'dist'), { recursive: true, force: true });
    for (const file of listFiles([`${workspace}/src`], isCompiled)) compileFile(swc, options, workspace, file);
  }
}

function isCompiled(file) {
  return (file.endsWith('.ts') && !file.endsWith('.d.ts') && !TEST.test(file)) || isCopied(file);
}

function isCopied(file) {
  return file.endsWith('.json') || PAGE.test(file);
}

function compileFile(swc, options, workspace, file) {
  const target = inRoot(workspace, 'dist', path.relative(inRoot(workspace, 'src'), file));
  mkdirSync(path.dirname(target), { recursive: true });
  if (isCopied(file)) {
    copyFileSync(file, target);
    return;
  }
  const filename = path.relative(path.dirname(target), file);
  const { code, map } = transform(swc, file, {
    ...options,
    swcrc: false,
    filename: file,
    sourceFileName: filename,
    sourceMaps: true,
  });
  const output = target.replace(/\.ts$/, '.js');
  writeFileSync(output, `${code}\n//# sourceMappingURL=${path.basename(output)}.map\n`);
  writeFileSync(`${output}.map`, map);
}

function transform(swc, file, options) {
  try {
    return swc.transformSync(readFileSync(file, 'utf8'), options);
  } catch (error) {
    // Behind the place and the code in question swc prints its own stack, which helps nobody here.
    throw new Stop(`${path.relative(ROOT, file)} does not compile:\n${error.message.split('Caused by')[0].trim()}`);
  }
}

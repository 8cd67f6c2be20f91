import { readFileSync } from 'node:fs';
import path from 'node:path';
import { uploadedFiles } from './package-sizes.mjs';

/** Hosts a built mini-program may name, and why. Anything else is an address we did not mean to ship. */
const KNOWN_HOSTS = {
  '127.0.0.1': 'the BFF during development (TARO_APP_API_BASE)',
  localhost: 'the same',
  'www.w3.org': 'names of XML namespaces, never called',
  'reactjs.org': 'React prints it in its error messages',
  'react.dev': 'the same',
  'fb.me': 'the same',
  'github.com': 'Taro and its libraries print links to their issues',
  'taro.com': 'a base Taro reads relative addresses against, never called',
  'docs.taro.zone': 'Taro prints it in its error messages',
  'taro-docs.jd.com': 'the same',
};

const FORBIDDEN = [
  {
    pattern: /\$property must|ValidationMetadata|getMetadataStorage/,
    what: 'class-validator (import only types from shared/src/dto)',
  },
  { pattern: /ClassTransformer|plainToInstance/, what: 'class-transformer (import only types from shared/src/dto)' },
];

/** Runtime and vendor chunks carry other people's guarded fallbacks, such as Function("return this")(). */
const OURS = /^(?!(taro|vendors|runtime|babelHelpers)\.js$).+\.js$/;
const MADE_CODE = /\bnew Function\(|(?<![.\w$])eval\(|(?<![.\w$])Function\((?!\s*["']return this["']|\s*["']r["'],)/;

/** One sentence for each thing in a built mini-program that must not be there; `apiHost` is where its BFF lives. */
export function contentProblems(dist, apiHost) {
  return uploadedFiles(dist)
    .filter((file) => /\.(js|json|wxml|wxss|wxs)$/.test(file))
    .flatMap((file) => fileProblems(file, readFileSync(path.join(dist, file), 'utf8'), apiHost));
}

/** The same for one file's text. */
export function fileProblems(file, text, apiHost) {
  const problems = FORBIDDEN.filter(({ pattern }) => file.endsWith('.js') && pattern.test(text)).map(
    ({ what }) => `${file} contains ${what}`,
  );
  const made = OURS.test(file) ? MADE_CODE.exec(text) : null;
  if (made)
    problems.push(`${file} makes code at run time (${text.slice(made.index, made.index + 40)}…), which WeChat forbids`);
  for (const host of new Set([...text.matchAll(/\bhttps?:\/\/([\w.-]+)/g)].map(([, name]) => name))) {
    if (host !== apiHost && !(host in KNOWN_HOSTS))
      problems.push(`${file} names the host ${host}, which nobody vouches for`);
  }
  return problems;
}

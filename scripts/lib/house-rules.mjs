import { portableSpecs } from './portable-specs.mjs';
import { wordsInPlace } from './words-in-place.mjs';

/** Rules no linter knows. Each judges one file: `(file, text) → problems [{line, message}]`, file relative to the root. */

const isSpec = (file) => /\.(spec|int-spec|e2e)\.(tsx?|mjs)$/.test(file);
const isCode = (file) => /\.(tsx?|mjs|cjs|js|scss)$/.test(file);
const isProduct = (file) => /^(shared|server|miniapp)\/src\//.test(file) && isCode(file) && !isSpec(file);

function everyMatch(text, pattern, message) {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    line: text.slice(0, index).split('\n').length,
    message: message(found.trim()),
  }));
}

/** Time comes in through the clock, so that a day can be replayed. */
function clockOnly(file, text) {
  const own = ['server/src/platform/clock.ts', 'shared/src/kernel/civil-date.ts'];
  if (!isProduct(file) || file.startsWith('miniapp/') || own.includes(file)) return [];
  return everyMatch(
    text,
    /\bnew Date\(|\bDate\.now\(/g,
    (found) => `${found} reads the machine's clock; ask Clock (server/src/platform/clock.ts)`,
  );
}

/** WeChat forbids making code at run time. */
function noMadeCode(file, text) {
  if (!isProduct(file)) return [];
  return everyMatch(
    text,
    /\bnew Function\(|(?<![.\w])eval\(/g,
    (found) => `${found} makes code at run time, which WeChat forbids`,
  );
}

function notTooLong(file, text) {
  const isData = file.startsWith('docs/') || /\/places\.json$/.test(file);
  if (!isCode(file) || isData) return [];
  const limit = isSpec(file) ? 600 : 400;
  const lines = text.trimEnd().split('\n').length;
  return lines > limit ? [{ line: limit, message: `${lines} lines; the limit is ${limit}: split it by concern` }] : [];
}

function namedForItsContent(file) {
  if (/^(shared|server|e2e)\/.*\/index\.ts$/.test(file) && !file.includes('/fixture/')) {
    return [{ line: 1, message: 'a barrel hides what is imported; import the file you need' }];
  }
  const vague = /(^|\/)(utils?|helpers?|common|misc)\.(tsx?|mjs)$/.exec(file);
  return vague ? [{ line: 1, message: `"${vague[2]}" says nothing about its content; name it for what it does` }] : [];
}

function noTestSwitchedOff(file, text) {
  if (!isSpec(file) || file.includes('house-rules')) return [];
  const off = /\b(it|test|describe)\.(skip|only|todo)\b|\bx(it|describe)\(/g;
  return everyMatch(text, off, (found) => `${found} switches tests off or singles one out`);
}

function nothingUnfinished(file, text) {
  // This file and its spec name the words.
  if (!isCode(file) || file.includes('house-rules')) return [];
  // The gate of plain words and the specs of wording name the words that may not be said.
  const words =
    isSpec(file) || /\/(copy|plain-words)\//.test(file) ? /\b(TODO|FIXME)\b/g : /\b(TODO|FIXME)\b|敬请期待/g;
  return everyMatch(text, words, (found) => `"${found}" leaves something unfinished in the text`);
}

function noSilencedChecker(file, text) {
  if (!isCode(file) || file.includes('house-rules')) return [];
  return everyMatch(text, /@ts-(ignore|nocheck)|\bas any\b/g, (found) => `${found} silences the type checker`);
}

/** What one node of a cluster knows and the others do not (docs/adr/0039). */
function knownToEveryNode(file, text) {
  // in a cluster all processes migrate at the one node they write to
  if (!file.startsWith('server/src/') || isSpec(file) || file === 'server/src/platform/database/open-database.ts')
    return [];
  const local = /\bGET_LOCK\b|\bLOCK TABLES\b|\bLAST_INSERT_ID\b|\bAUTO_INCREMENT\b|@PrimaryGeneratedColumn\b/g;
  return everyMatch(text, local, (found) => `${found} is known to one database node only; use a row (docs/adr/0039)`);
}

/** Relative links of Markdown lead to files that exist. */
export function brokenLinks(file, text, exists) {
  if (!file.endsWith('.md')) return [];
  const links = /\]\((?![a-z]+:|#)([^)\s#]+)(#[^)]*)?\)/g;
  return [...text.matchAll(links)]
    .filter(([, target]) => !exists(file, decodeURI(target)))
    .map(({ index, 1: target }) => ({
      line: text.slice(0, index).split('\n').length,
      message: `the link ${target} leads nowhere`,
    }));
}

const RULES = [
  clockOnly,
  noMadeCode,
  notTooLong,
  namedForItsContent,
  noTestSwitchedOff,
  nothingUnfinished,
  noSilencedChecker,
  knownToEveryNode,
  portableSpecs,
  wordsInPlace,
];

/** Every problem of one file as `file:line message`. */
export function houseProblems(file, text, exists) {
  const found = [...RULES.flatMap((rule) => rule(file, text)), ...brokenLinks(file, text, exists)];
  return found.map(({ line, message }) => `${file}:${line} ${message}`);
}

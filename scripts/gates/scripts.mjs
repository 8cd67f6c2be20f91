import { requireFrom } from '../lib/root.mjs';
import { absentBuiltIns, ECMA_VERSION, GLOBALS, OLDEST_BASE_LIBRARY } from './oldest-phone.mjs';
import { scriptFacts } from './script-facts.mjs';

/**
 * Whoever wrote these asks first, in a way this gate does not see; each with the file it is known in, and why no phone
 * stumbles over it.
 */
const KNOWN = [
  { file: 'taro.js', name: 'tt', why: 'the document of ByteDance, in a function Taro calls on no other platform' },
];

const OLD = `base library ${OLDEST_BASE_LIBRARY} (scripts/gates/oldest-phone.mjs)`;

let absent;

/** One sentence for each thing in a script of the build that the oldest phone cannot read or does not allow. */
export function scriptProblems(file, text) {
  const unreadable = syntaxProblem(text);
  if (unreadable) return [`${file} cannot be read by ${OLD}: ${unreadable}`];
  const facts = scriptFacts(text);
  absent ??= absentBuiltIns();
  const isKnown = (name) => KNOWN.some((each) => each.file === file && each.name === name);
  return [
    ...[...facts.globals]
      .filter((name) => !GLOBALS.has(name) && !isKnown(name))
      .map((name) => `${file} takes ${name} for granted, which no phone's logic layer has`),
    ...[...facts.statics]
      .filter((name) => absent.statics.has(name))
      .map((name) => `${file} calls ${name}, absent in ${OLD}`),
    ...[...facts.methods]
      .filter((name) => absent.methods.has(name))
      .map((name) => `${file} calls .${name}(), absent in ${OLD}`),
    ...[...facts.localised].map((name) => `${file} leans on Intl (${name}), which some Androids have not`),
    ...[...facts.patterns]
      .filter((pattern) => patternProblem(pattern))
      .map((pattern) => `${file} makes a pattern ${pattern} that ${OLD} cannot read`),
    ...facts.made.map((what) => `${file} makes code at run time: ${what}, which WeChat forbids`),
  ];
}

/** Every script as its own file is read whole or not at all: one lookbehind, and nothing in it runs. */
function syntaxProblem(text) {
  try {
    requireFrom('', 'acorn').parse(text, { ecmaVersion: ECMA_VERSION, sourceType: 'script' });
    return undefined;
  } catch ({ message, pos }) {
    return `${message.slice(0, 160)}, at ${text.slice(Math.max(0, pos - 30), pos + 50)}`;
  }
}

function patternProblem(pattern) {
  const [source, flags] = JSON.parse(pattern);
  return syntaxProblem(`/${source.replaceAll('/', '\\/')}/${flags}`) !== undefined;
}

import { requireFrom } from '../lib/root.mjs';

/** WeChat's own exception, which webpack's runtime makes use of. */
const HARMLESS = 'return this';

/**
 * What one script does that a phone may not know or allow, read from its syntax:
 * `globals` (used without ever being asked for by `typeof`), `statics` as `Object.hasOwn`, `methods` that are called,
 * `patterns` of regular expressions made from a text, `localised` methods that lean on Intl, `made` code at run time.
 */
export function scriptFacts(text) {
  const babel = requireFrom('miniapp', '@babel/core');
  const tree = babel.parseSync(text, { configFile: false, babelrc: false, sourceType: 'script', compact: true });
  const facts = { statics: new Set(), methods: new Set(), patterns: new Set(), localised: new Set(), made: [] };
  const asked = new Set();
  let globals = [];
  babel.traverse(tree, {
    Program(path) {
      globals = Object.keys(path.scope.globals);
    },
    UnaryExpression({ node }) {
      if (node.operator === 'typeof' && node.argument.type === 'Identifier') asked.add(node.argument.name);
    },
    MemberExpression(path) {
      const name = staticName(path);
      if (name) facts.statics.add(name);
    },
    'CallExpression|NewExpression'(path) {
      readCall(path, facts);
    },
  });
  return { ...facts, globals: new Set(globals.filter((name) => !asked.has(name))) };
}

function readCall(path, facts) {
  const { callee, arguments: given } = path.node;
  const made = makesCode(path);
  if (made) facts.made.push(made);
  if (isGlobal(path, callee, 'RegExp') && given[0]?.type === 'StringLiteral')
    facts.patterns.add(JSON.stringify([given[0].value, given[1]?.value ?? '']));
  if (callee.type !== 'MemberExpression' || callee.computed) return;
  facts.methods.add(callee.property.name);
  if (/^toLocale(Date|Time)?String$/.test(callee.property.name)) facts.localised.add(callee.property.name);
  if (callee.property.name === 'localeCompare' && given.length > 1)
    facts.localised.add('localeCompare with a language');
}

/** `Promise.any` of the global `Promise`, not of something of that name. */
function staticName({ node, scope }) {
  if (node.computed || node.object.type !== 'Identifier' || scope.hasBinding(node.object.name, true)) return undefined;
  return `${node.object.name}.${node.property.name}`;
}

/** `eval(…)`, `Function(…)`, a timer given a text, and the constructor of a function taken on the way round. */
function makesCode(path) {
  const { callee, arguments: given } = path.node;
  const last = given.at(-1);
  if (isGlobal(path, callee, 'eval')) return 'eval';
  if (isGlobal(path, callee, 'Function')) return last?.value === HARMLESS ? undefined : `Function(${shown(last)})`;
  const isText = given[0]?.type === 'StringLiteral' || given[0]?.type === 'TemplateLiteral';
  if (isText && ['setTimeout', 'setInterval'].some((timer) => isGlobal(path, callee, timer)))
    return 'a timer with a text';
  const roundabout = callee.type === 'MemberExpression' && callee.property.name === 'constructor' && isText;
  return roundabout ? `constructor(${shown(last)})` : undefined;
}

function isGlobal({ scope }, node, name) {
  return node.type === 'Identifier' && node.name === name && !scope.hasBinding(name, true);
}

const shown = (node) => (node?.type === 'StringLiteral' ? `"${node.value.slice(0, 40)}"` : '…');

import { requireFrom } from '../lib/root.mjs';

/**
 * The oldest WeChat the mini-program promises to run in (docs/adr/0023): what is set as 基础库最低版本 in WeChat's
 * console. By Tencent's own table (miniprogram-compat) it runs on iOS 12, Chrome 66 and Safari 10 and brings core-js 3.21.
 */
export const OLDEST_BASE_LIBRARY = '2.23.1';

/** The syntax all engines of that table read whole. */
export const ECMA_VERSION = 2015;

/** Present there since ES2015, listed by core-js for what they do in a rare corner, which we do not stand in. */
const ONLY_A_CORNER = /^es\.(array\.(includes|push|unshift)|json\.parse)$/;

const ON_THE_CONSTRUCTOR = new Set(['object', 'promise', 'math', 'json', 'map', 'symbol', 'regexp', 'error']);
const CONSTRUCTORS = {
  'es.iterator.constructor': 'Iterator',
  'es.global-this': 'globalThis',
  'es.aggregate-error': 'AggregateError',
};
const NAMES = { json: 'JSON', regexp: 'RegExp' };

/**
 * What neither the engines of that base library nor its core-js have: `statics` as `Promise.try`, `methods` as
 * `toSorted`, by which a call of one is known wherever it stands.
 */
export function absentBuiltIns(baseLibrary = OLDEST_BASE_LIBRARY) {
  const { getBrowsersList, getPolyfillInfo } = requireFrom('', 'miniprogram-compat');
  const compat = requireFrom('', 'core-js-compat');
  const brought = new Set(getPolyfillInfo(baseLibrary).coreJsModules.map((name) => name.replace(/^esnext\./, 'es.')));
  const { list } = compat({ targets: getBrowsersList(baseLibrary), modules: /^es\./ });
  const absent = { statics: new Set(), methods: new Set() };
  for (const name of list.filter((each) => !brought.has(each) && !ONLY_A_CORNER.test(each))) file(name, absent);
  return absent;
}

function file(module, { statics, methods }) {
  const [, space, last] = module.split('.');
  if (CONSTRUCTORS[module]) statics.add(CONSTRUCTORS[module]);
  if (!last || last === 'constructor') return;
  if (space === 'promise' && last === 'finally') methods.add('finally');
  else if (ON_THE_CONSTRUCTOR.has(space) || last === 'from-async') statics.add(`${named(space)}.${camel(last)}`);
  else if (['array', 'string', 'set'].includes(space)) methods.add(space === 'string' ? atOf(last) : camel(last));
}

const atOf = (last) => (last === 'at-alternative' ? 'at' : camel(last));
const camel = (words) => words.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const named = (space) => NAMES[space] ?? space[0].toUpperCase() + space.slice(1);

/** Global names such a phone's logic layer has: ES2015's, those its core-js brings, and WeChat's own. */
export const GLOBALS = new Set(
  `Array ArrayBuffer Boolean DataView Date Error EvalError Float32Array Float64Array Function Infinity Int16Array
  Int32Array Int8Array JSON Map Math NaN Number Object Promise RangeError ReferenceError Reflect RegExp Set String
  Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet arguments
  decodeURI decodeURIComponent encodeURI encodeURIComponent escape isFinite isNaN parseFloat parseInt undefined unescape
  AggregateError globalThis
  App Behavior Component Page clearInterval clearTimeout console exports getApp getCurrentPages module require
  requirePlugin setInterval setTimeout wx`.split(/\s+/),
);

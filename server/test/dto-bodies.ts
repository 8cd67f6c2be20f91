import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isSent } from '@jinmen/shared/dto/may-be-absent';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage';
import { getMetadataStorage } from 'class-validator';
import fc from 'fast-check';
import type { DtoClass } from '../src/platform/http/compiled-dto';

const FOLDER = join(__dirname, '../../shared/src/dto');

/** Every class with rules that the folder of DTOs exports, by name. */
export function everyDto(): ReadonlyMap<string, DtoClass> {
  const files = readdirSync(FOLDER).filter((file) => /(?<!spec)\.ts$/.test(file));
  const exported = files.flatMap((file) => Object.entries(require(join(FOLDER, file)) as Record<string, unknown>));
  return new Map(exported.filter((entry): entry is [string, DtoClass] => hasRules(entry[1])));
}

const hasRules = (value: unknown) => typeof value === 'function' && metadataOf(value as DtoClass).length > 0;

type Metadata = ReturnType<typeof metadataOf>[number];
export const metadataOf = (type: DtoClass) => getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);

const REFUSED_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'then', 'hasOwnProperty', 'role', ''];
/** Stands for a number that JSON can say and no computer hold. */
const INFINITE = '@infinite@';

/** As it comes over the line. */
export const written = (body: unknown): string =>
  (JSON.stringify(body) ?? 'null').replaceAll(JSON.stringify(INFINITE), '1e999');

/** Bodies that the decorators of the DTO take. */
export function goodBody(type: DtoClass): fc.Arbitrary<Record<string, unknown>> {
  const metadata = metadataOf(type);
  const names = [...new Set(metadata.map(({ propertyName }) => propertyName))];
  const fields = names.map((name) => {
    const own = metadata.filter(({ propertyName }) => propertyName === name);
    const mayBeNull = own.some(({ name: said }) => said === 'isOptional');
    const isOptional = mayBeNull || own.some(({ constraints }) => constraints?.[0] === isSent);
    const value = goodValue(type, name, own);
    return [name, mayBeNull ? fc.option(value, { nil: null, freq: 6 }) : value, isOptional] as const;
  });
  const required = fields.filter(([, , isOptional]) => !isOptional).map(([name]) => name);
  return fc.record(Object.fromEntries(fields), { requiredKeys: required, noNullPrototype: true });
}

function goodValue(type: DtoClass, name: string, metadata: readonly Metadata[]): fc.Arbitrary<unknown> {
  const rule = (said: string) => metadata.find((each) => each.name === said);
  const typed = defaultMetadataStorage.findTypeMetadata(type, name);
  const target = typed?.typeFunction?.() as DtoClass | NumberConstructor | undefined;
  const one = target && target !== Number ? goodBody(target as DtoClass) : goodScalar(metadata);
  if (typed ? typed.reflectedType === Array : rule('isArray')) {
    const minLength = Number(rule('arrayMinSize')?.constraints[0] ?? 0);
    const maxLength = Math.min(minLength + 3, Number(rule('arrayMaxSize')?.constraints[0] ?? 3));
    return rule('arrayUnique')
      ? fc.uniqueArray(one, { minLength, maxLength })
      : fc.array(one, { minLength, maxLength });
  }
  return target === Number ? fc.oneof(one, one.map(String)) : one;
}

/** No key that every object has; what comes of those is said in the spec. */
const plainJson = fc
  .jsonValue({ maxDepth: 2 })
  .filter((value) => !/"(__|toString|valueOf|constructor|prototype|has|is|prop|toLocale)/.test(JSON.stringify(value)));

function goodScalar(metadata: readonly Metadata[]): fc.Arbitrary<unknown> {
  const rule = (said: string) => metadata.find((each) => each.name === said);
  const given = (said: string, otherwise: number) => Number(rule(said)?.constraints[0] ?? otherwise);
  const pattern: RegExp | undefined = rule('matches')?.constraints[0];
  const among: readonly unknown[] | undefined = rule('isIn')?.constraints[0];
  if (among) return fc.constantFrom(...among);
  if (rule('equals')) return fc.constant(rule('equals')?.constraints[0]);
  if (rule('isBoolean')) return fc.boolean();
  if (rule('isInt')) return fc.integer({ min: given('min', -9), max: given('max', 99_999) });
  if (rule('isUuid')) return fc.uuid();
  if (rule('isCivilDate')) return fc.constantFrom('2026-01-31', '2024-02-29', '2026-11-26', '2030-12-01');
  if (rule('isObject')) return fc.dictionary(fc.stringMatching(/^[a-z.]{2,5}$/), plainJson);
  if (pattern) return matching(pattern).filter((text) => text.length <= given('maxLength', 500));
  if (rule('isString')) return text(given('minLength', 0), given('maxLength', 50));
  return plainJson;
}

function matching(pattern: RegExp): fc.Arbitrary<string> {
  // fast-check writes no text for \p and none for a dot that is any sign
  const plain = pattern.source.replace('[^\\s\\p{C}]', '[!-~]').replace('\\S.*\\S', '^\\S[a-z 一-十]*\\S$');
  return fc.stringMatching(new RegExp(plain)).filter((text) => pattern.test(text));
}

const text = (minLength: number, maxLength: number) =>
  fc.oneof(
    fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 9) }).filter(fits(maxLength)),
    fc.constantFrom('字'.repeat(maxLength), '😀'.repeat(maxLength), ' '.repeat(maxLength)),
  );
const fits = (maxLength: number) => (said: string) => said.length <= maxLength;

/** A value no rule may be wrong about. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    -0,
    1.5,
    2 ** 53,
    -1,
    '',
    '0',
    '1',
    '1e3',
    ' 7 ',
    'NaN',
    INFINITE,
    [],
    {},
    [[]],
    [null],
    [{}],
  ),
  fc.constantFrom(20, 30, 36, 40, 60, 80, 100, 200, 300, 500).chain((length) => odd(length)),
  fc.jsonValue(),
  fc.constantFrom(...REFUSED_KEYS).map((key) => JSON.parse(`{"a":{${JSON.stringify(key)}:1}}`) as unknown),
);

/** Texts about as long as a limit, in signs that are counted differently by different people. */
const odd = (length: number) =>
  fc
    .tuple(fc.constantFrom('x', '字', '😀', 'e\u0301', '❤\uFE0F', '\uD800', '\u0000'), fc.integer({ min: -1, max: 1 }))
    .map(([sign, more]) => sign.repeat(length + more));

/** Good bodies with one thing done to them, good ones, and anything at all. */
export function anyBody(type: DtoClass): fc.Arbitrary<unknown> {
  const good = goodBody(type);
  const names = [...new Set(metadataOf(type).map(({ propertyName }) => propertyName))];
  const changed = fc.tuple(good, fc.constantFrom(...names, ...REFUSED_KEYS), strange).map(([body, name, value]) => {
    Object.defineProperty(body, name, { value, enumerable: true, configurable: true });
    return body;
  });
  const inside = fc.tuple(good, strange, fc.nat()).map(([body, value, at]) => putInside(body, value, at));
  const without = fc.tuple(good, fc.constantFrom(...names)).map(([{ ...body }, name]) => {
    delete body[name];
    return body;
  });
  const wrapped = fc.tuple(good, fc.constantFrom(...names)).map(([body, name]) => ({ ...body, [name]: [body[name]] }));
  return fc.oneof(
    good,
    changed,
    inside,
    without,
    wrapped,
    good.map((body) => [body]),
    strange,
  );
}

/** The strange value in the place of something that lies within a field, the first or the last of several. */
function putInside(body: Record<string, unknown>, value: unknown, at: number): unknown {
  const holders = Object.values(body).filter((held) => typeof held === 'object' && held !== null) as object[];
  const holder = holders[at % Math.max(1, holders.length)];
  const deeper = holder && (Object.values(holder).at(-1) as unknown);
  const target = at % 2 === 0 && typeof deeper === 'object' && deeper !== null ? deeper : (holder ?? body);
  const name = Object.keys(target).at(at % 3 === 0 ? 0 : -1) ?? (Array.isArray(target) ? '0' : 'added');
  Object.assign(target, { [name]: value });
  return body;
}

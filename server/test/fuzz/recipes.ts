import fc, { type Arbitrary } from 'fast-check';
import { CALLERS, type Caller, type Whose } from '../access/policies';
import { freeFields } from './free-fields';
import type { Operation, Schema } from './operations';
import { anything, HOSTILE_TEXTS, valid, wrong } from './values';

/** What is done to the body of a request that was right. Places are counted, because ids are new each time. */
export type BodyChange =
  | { readonly how: 'as it is' }
  | { readonly how: 'fields'; readonly set: Readonly<Record<string, unknown>>; readonly leave: readonly string[] }
  | { readonly how: 'place'; readonly place: number; readonly value: unknown }
  | { readonly how: 'one more'; readonly place: number; readonly name: string; readonly value: unknown }
  | { readonly how: 'whole'; readonly value: unknown }
  | { readonly how: 'bytes'; readonly latin1: string; readonly type: string }
  | { readonly how: 'file'; readonly file: number };

/** How a rightful request becomes another; the same for whatever thing it is about, so that it can be done again. */
export interface Recipe {
  readonly whose: Whose;
  readonly caller: 'rightful' | Caller;
  readonly body: BodyChange;
  readonly address?: { readonly which: number; readonly value: string };
  /** In place of what is asked in the address; given twice when it is there twice. */
  readonly query?: readonly (readonly [string, string])[];
  /** Beside what such a request carries; an empty one is left out. */
  readonly headers: Readonly<Record<string, string>>;
  /** The same once more, under the same key: afterwards, at the same time, or with another body. */
  readonly again?: 'after' | 'beside' | 'changed';
}

export const RIGHTFUL: Recipe = { whose: 'own', caller: 'rightful', body: { how: 'as it is' }, headers: {} };

const AS_IT_IS: BodyChange = { how: 'as it is' };
/** So that half of what is sent is good enough to be looked at by a feature. */
const rarely = <Value>(arbitrary: Arbitrary<Value>, oneIn: number): Arbitrary<Value | undefined> =>
  fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

export function recipes(operation: Operation, whose: readonly Whose[], callers: readonly Caller[]): Arbitrary<Recipe> {
  const has = (name: string) => operation.parameters.some((each) => each.name === name);
  const key = has('Idempotency-Key');
  return fc
    .record({
      whose: fc.constantFrom(...whose),
      caller: rarely(fc.constantFrom(...callers), 9),
      body: bodies(operation),
      address: rarely(addresses(operation), 9),
      query: queries(operation),
      headers: rarely(headers(key, has('Attempt')), 4),
      again: key ? rarely(fc.constantFrom('after', 'beside', 'changed'), 4) : fc.constant(undefined),
    })
    .map(({ caller, address, query, headers: more, again, ...rest }): Recipe => {
      // cast: of the three words above
      const twice = again as Recipe['again'];
      return {
        ...{ ...rest, caller: caller ?? 'rightful', headers: more ?? {} },
        ...(address && { address }),
        ...(query && { query }),
        ...(twice && { again: twice }),
      };
    });
}

/** Everybody; but not where what they do would end what others here still need. */
export function callersOf({ route }: Operation): readonly Caller[] {
  return /^DELETE .*(\/me|\/sessions\/current)$/.test(route) ? ['anonymous'] : CALLERS;
}

function addresses({ parameters }: Operation): Arbitrary<NonNullable<Recipe['address']>> {
  const known = parameters.flatMap(({ in: where, schema }) => (where === 'path' ? (schema.enum ?? []) : []));
  // none that is the end of another address: what stands there answers rightly
  const words = ['nobody', 'marriage-registration', '120111001', '2026-12-05', 'identity-card', 'm1', 'J1001'];
  const value = fc.oneof(
    fc.uuid(),
    fc.constantFrom(...words, ...known.map(String), ...HOSTILE_TEXTS.filter((each) => each.length < 300)),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    fc.constantFrom('%', '%zz', '%00', '%ff%fe', '%2e%2e', '%2f', '%ed%a0%80').map((raw) => `raw:${raw}`),
  );
  return fc.record({ which: fc.nat(3), value });
}

function queries({ parameters }: Operation): Arbitrary<Recipe['query']> {
  const known = parameters.filter((each) => each.in === 'query');
  const stray = fc.record({
    name: fc.constantFrom('limit', 'a', '__proto__', 'a[b]', 'cursor', '甲'),
    value: fc.constantFrom('1', '', '甲'),
  });
  const asStray = stray.map(({ name, value }) => [[name, value] as const]);
  if (known.length === 0) return rarely(asStray, 30);
  const one = fc.oneof(
    ...known.map(({ name, schema }) =>
      fc
        .oneof({ weight: 3, arbitrary: valid(schema) }, { weight: 2, arbitrary: wrong(schema) })
        .map((value) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const),
    ),
  );
  const some = fc.array(one, { minLength: 0, maxLength: 3 });
  return rarely(fc.oneof({ weight: 9, arbitrary: some }, { weight: 1, arbitrary: asStray }), 2);
}

const visible = fc.string({ unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)) });
const latin = fc.constantFrom(
  '\u00e9\u00ff'.repeat(5),
  'a b',
  'a'.repeat(4000),
  ',',
  ';q=',
  '"',
  "'--",
  '0',
  '*',
  'W/"x"',
);

function headers(key: boolean, attempt: boolean): Arbitrary<Readonly<Record<string, string>>> {
  const one = (name: string, ...values: readonly string[]) =>
    fc.oneof(fc.constantFrom(...values), latin, visible).map((value) => ({ [name]: value }));
  const keys = ['', '1234567', 'a'.repeat(255), 'a'.repeat(256), 'k k k k k k', "' OR 1=1 --", '12345678'];
  return fc.oneof(
    one('accept-language', 'en', 'zh-Hans-CN;q=0.9, *;q=0.1', 'x'.repeat(900)),
    one('accept', 'application/pdf', 'text/html', 'application/json', '*/*;q=0'),
    one('if-match', '"x"', '*'),
    one('if-none-match', '*', '"x"', 'W/"x"'),
    one('x-request-id', 'x', '0b5d6f3e-8a4c-4d1e-9f60-2c7b1a9e4d55'),
    one('x-forwarded-for', '1.2.3.4', '127.0.0.1, 10.0.0.1'),
    one('x-http-method-override', 'DELETE', 'GET', 'patch'),
    ...(key ? [one('idempotency-key', ...keys)] : []),
    ...(attempt ? [one('attempt', '1', '2', ''), fc.constant({ attempt: '1' })] : []),
  );
}

const TYPES = [
  'application/json',
  'text/plain',
  'application/xml',
  'application/json; charset=gbk',
  'multipart/form-data',
];
const TYPES_TOO = ['application/x-www-form-urlencoded', '', 'application/json;', 'multipart/form-data; boundary=x'];
const BYTES: readonly string[] = [
  ...[
    '',
    'null',
    '[]',
    '""',
    '0',
    '{',
    '{"a":',
    '[[[[',
    '{"a":1e999}',
    '{"a":-0}',
    '{"a":1,"a":2}',
    '\u00ef\u00bb\u00bf{}',
  ],
  ...['{"a":"\u00ff\u00fe"}', '{"__proto__":{"a":1}}', '{"constructor":{"a":1}}', '{"a":"\\u0000"}', '{"a":"\\ud800"}'],
  ...[`${'['.repeat(40)}${']'.repeat(40)}`, '['.repeat(100_000), ' '.repeat(262_145), '--x\r\n\r\n'],
];

function bodies({ method, body, replies: _, ...rest }: Operation): Arbitrary<BodyChange> {
  const bytes = fc
    .record({ latin1: fc.constantFrom(...BYTES), type: fc.constantFrom(TYPES[0] ?? '', ...TYPES, ...TYPES_TOO) })
    .map((raw): BodyChange => ({ how: 'bytes', ...raw }));
  const asItIs = fc.constant(AS_IT_IS);
  if (rest.route.endsWith('/materials/{kind}') && method === 'PUT') {
    const files = fc.nat(8).map((file): BodyChange => ({ how: 'file', file }));
    return fc.oneof({ weight: 4, arbitrary: asItIs }, { weight: 6, arbitrary: files }, { weight: 1, arbitrary: bytes });
  }
  if (method === 'GET') return asItIs;
  if (!body) return fc.oneof({ weight: 9, arbitrary: asItIs }, { weight: 1, arbitrary: bytes });
  return fc.oneof(
    { weight: 3, arbitrary: asItIs },
    { weight: 7, arbitrary: fields(rest.route, body, valid) },
    { weight: 3, arbitrary: fields(rest.route, body, wrong) },
    { weight: 3, arbitrary: places() },
    { weight: 1, arbitrary: valid(body).map((value): BodyChange => ({ how: 'whole', value })) },
    { weight: 1, arbitrary: bytes },
  );
}

function fields(route: string, { properties = {} }: Schema, make: (schema: Schema) => Arbitrary<unknown>) {
  const names = Object.keys(properties);
  if (names.length === 0) return fc.constant(AS_IT_IS);
  const one = fc.oneof(
    ...Object.entries(properties).map(([name, schema]) =>
      (freeFields(route, name) ?? make(schema)).map(
        (value): BodyChange => ({ how: 'fields', set: { [name]: value }, leave: [] }),
      ),
    ),
  );
  const without = fc.constantFrom(...names).map((name): BodyChange => ({ how: 'fields', set: {}, leave: [name] }));
  return fc.oneof({ weight: 8, arbitrary: one }, { weight: 1, arbitrary: without });
}

function places(): Arbitrary<BodyChange> {
  const place = fc.nat(60);
  return fc.oneof(
    fc.record({ place, value: anything }).map((change): BodyChange => ({ how: 'place', ...change })),
    fc
      .record({
        place,
        name: fc.constantFrom('state', 'accountId', 'id', '__proto__', 'constructor', '甲'),
        value: anything,
      })
      .map((change): BodyChange => ({ how: 'one more', ...change })),
  );
}

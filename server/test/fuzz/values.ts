import fc, { type Arbitrary } from 'fast-check';
import type { Schema } from './operations';

/** Text that has broken somebody's server before: unicode of every kind, commands, and sizes nobody meant. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...['', ' ', '\u0000', '甲\u0000乙', '\t\r\n', '\u2028\u2029', '\ufeff甲', '𠮷野家😀👨‍👩‍👧', '\u202eabc\u202c مرحبا'],
  ...['e\u0301a\u0328\u0334'.repeat(20), '\ud800', '甲\udfff乙', '１２３４', '①', 'İı', 'ﷺ'],
  ...["' OR 1=1 --", '%', '_', '\\', '#{7*7}{{7*7}}', '<script>alert(1)</script>', '../../etc/passwd', 'null', 'true'],
  ...['__proto__', 'constructor', 'toString', '-1', '1e999', '2026-02-30', '2026-11-25T00:00:00Z', '9999-12-31'],
  ...['A'.repeat(256), '长'.repeat(5_000), 'A'.repeat(70_000)],
];

const text = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'binary', maxLength: 40 }));
const number = fc.oneof(
  fc.constantFrom(0, -1, 1, 0.5, 1e21, 2 ** 31, -(2 ** 31), 2 ** 53, Number.MAX_VALUE, Number.MIN_VALUE),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** Anything JSON can say. */
export const anything: Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: text },
  { weight: 3, arbitrary: number },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { a: null }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(nested(20), nested(33), Array(1000).fill(0), Array(60).fill('甲')) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

function nested(depth: number): unknown {
  return depth === 0 ? '底' : { a: [nested(Math.max(0, depth - 2))] };
}

const DAYS = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-12-10', '2027-01-01', '2028-02-29', '0001-01-01'];
const ODD_DAYS = ['9999-12-31', '1900-01-01', '2026-12-31', '2099-12-31'];

/** What the schema lets pass, its own bounds often. */
export function valid(schema: Schema): Arbitrary<unknown> {
  if (schema.oneOf) return fc.oneof(...schema.oneOf.map(valid));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'string':
      return validText(schema);
    case 'integer':
    case 'number':
      return validNumber(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return validList(schema);
    case 'object':
      return validObject(schema);
    default:
      return anything;
  }
}

function validText({ format, pattern, minLength = 0, maxLength, example }: Schema): Arbitrary<string> {
  if (format === 'date') return fc.constantFrom(...DAYS, ...ODD_DAYS);
  if (format === 'uuid') return fc.uuid();
  if (pattern !== undefined) return ofPattern(pattern, typeof example === 'string' ? example : '');
  const most = Math.min(maxLength ?? 80, 6_000);
  const long = fc.constantFrom('甲', 'A', '𠮷', '\u0301').map((sign) => sign.repeat(most));
  const short = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(most, Math.max(minLength, 30)) });
  const hostile = HOSTILE_TEXTS.filter((each) => [...each].length >= minLength && [...each].length <= most);
  const options = [short, long, ...(hostile.length > 0 ? [fc.constantFrom(...hostile)] : [])];
  return fc.oneof(...options, ...(typeof example === 'string' ? [fc.constant(example)] : []));
}

/** What fast-check cannot make of a pattern is left to the example. */
function ofPattern(pattern: string, example: string): Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'));
  } catch {
    return fc.constantFrom(example, '甲乙', '120111001');
  }
}

function validNumber({ type, minimum, maximum }: Schema): Arbitrary<number> {
  const [least, most] = [minimum ?? -(2 ** 31), maximum ?? 2 ** 31];
  const bounds = fc.constantFrom(least, most, Math.min(most, least + 1), Math.max(least, Math.min(1, most)));
  return fc.oneof(
    bounds,
    type === 'integer' ? fc.integer({ min: least, max: most }) : fc.double({ min: least, max: most, noNaN: true }),
  );
}

function validList({ items = {}, minItems = 0, maxItems = 20, uniqueItems }: Schema): Arbitrary<unknown[]> {
  const bounds = { minLength: minItems, maxLength: Math.min(maxItems, Math.max(minItems, 4)) };
  const few = uniqueItems ? fc.uniqueArray(valid(items), bounds) : fc.array(valid(items), bounds);
  return uniqueItems ? few : fc.oneof({ weight: 6, arbitrary: few }, { weight: 1, arbitrary: filled(items, maxItems) });
}

const filled = (items: Schema, count: number) => valid(items).map((item) => Array<unknown>(count).fill(item));

function validObject({ properties, required = [], additionalProperties }: Schema): Arbitrary<unknown> {
  if (!properties || additionalProperties === true) return fc.dictionary(text, anything, { maxKeys: 4 });
  const fields = Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, valid(each)]));
  return fc.record(fields, { requiredKeys: Object.keys(fields).filter((name) => required.includes(name)) });
}

/** What the schema does not let pass, one step beyond its bounds often; and now and then something that it does. */
export function wrong(schema: Schema): Arbitrary<unknown> {
  const beyond: unknown[] = [];
  const { minimum, maximum, maxLength, minLength, maxItems } = schema;
  if (minimum !== undefined) beyond.push(minimum - 1, minimum + 0.5, String(minimum));
  if (maximum !== undefined) beyond.push(maximum + 1);
  if (maxLength !== undefined) beyond.push('甲'.repeat(maxLength + 1), '𠮷'.repeat(maxLength + 1));
  if (minLength !== undefined && minLength > 0) beyond.push('甲'.repeat(minLength - 1));
  if (maxItems !== undefined) beyond.push(Array(maxItems + 1).fill('甲'), Array(maxItems + 1).fill({}));
  if (schema.enum) beyond.push(...schema.enum.map((each) => `${String(each)} `), [schema.enum[0]]);
  return beyond.length > 0 ? fc.oneof(fc.constantFrom(...beyond), anything) : anything;
}

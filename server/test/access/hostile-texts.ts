import type { Operation, Schema } from '../fuzz/operations';
import type { AccessHouse } from './access-house';
import { firstWhose, send } from './matrix';
import type { Caller } from './policies';
import type { Asked, Row } from './row';

/** A word that stands in each of them, to be looked for where it must not be. */
const MARK = 'zz-injected';

/** What a text may hold that means something to whoever takes it for more than a text. */
const TEXTS: readonly string[] = [
  ...[`${MARK}' OR '1'='1`, `${MARK}"; DROP TABLE account; -- `, `${MARK}\\' UNION SELECT 1#`, `%${MARK}_`],
  ...[`${MARK}\r\nset-cookie: a=b`, `${MARK}\n{"level":50,"msg":"forged"}`, `${MARK}\u0000`, `${MARK}\u2028`],
  ...[`=HYPERLINK("http://${MARK}")`, `+${MARK}`, `@${MARK}`, `\${${MARK}}`, `{{${MARK}}}`, `<script>${MARK}</script>`],
];

/** In place of a text: what a driver, or a comparison, would take for more than one. */
const SHAPES: readonly unknown[] = [[MARK, 'b'], { [MARK]: 1 }, { $ne: MARK }, [[MARK]], { length: 3, toString: MARK }];

/** In the address, where an id should be. */
const IDS: readonly string[] = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
  ...[`${MARK}' OR '1'='1`, '%', '../../staff', `\r\n${MARK}`, '\u0000', '9'.repeat(400)],
];

/** Said to be texts and no more, and judged by a rule of ours (a number's check digit, an hour, a thing that is there). */
const JUDGED =
  /(^|\.)(idNumber|deceasedIdNumber|relativeIdNumber|phone|number|fact|member|kind|service|windowId|from|to|off\.\d+)$/;

/** Done twice is done once, so that nothing is there to be taken away is no fault. */
const TAKES_AWAY = [
  'DELETE /relief/applications/{id}/materials/{kind}',
  'DELETE /relief/applications/{id}/authorisations/{member}/link',
];

let turn = 0;

/** A few of them, others at each turn: all routes together try all of them several times. */
function some<Each>(all: readonly Each[], count: number): readonly Each[] {
  turn += count;
  return Array.from({ length: count }, (_, at) => all[(turn + at) % all.length] as Each); // below its length
}

/** What one route made of hostile words. */
export interface Heard {
  readonly wrong: readonly string[];
  /** Texts that got past the DTO as far as the route's own code, by where they stood. */
  readonly reached: readonly string[];
}

/**
 * One route asked by somebody who may, with one text of its body after the other replaced: by what no body may hold, which
 * must be refused, then by hostile texts, which must go well or be refused. Where any text is allowed they are tried until
 * one is not refused for being there. Then its query and its ids. What was taken is made anew.
 * @param addresses one more hostile text each, in turn
 */
export async function tryTexts(
  house: AccessHouse,
  operation: Operation,
  row: Row,
  caller: Caller,
  addresses: readonly string[],
): Promise<Heard> {
  const { route } = operation;
  const wrong: string[] = [];
  const reached: string[] = [];
  const make = () => row.ask(house, firstWhose(row));
  let asked = await make();
  for (const way of textsIn(asked.body)) {
    const where = `${route} ${way.join('.')}`;
    for (const shape of some(SHAPES, 1)) {
      const { status } = await send(house, route, { ...asked, body: put(asked.body, way, shape) }, caller);
      if (status < 400 || status >= 500) wrong.push(`${where} answers ${status} to ${JSON.stringify(shape)}`);
    }
    const isFree = isFreeText(at(operation.body, way)) && !JUDGED.test(way.join('.'));
    let past = 0;
    for (const [tries, hostile] of [...some(addresses, 1), ...some(TEXTS, TEXTS.length)].entries()) {
      if (tries > 2 && (past > 0 || !isFree)) break;
      const answer = await send(house, route, { ...asked, body: put(asked.body, way, hostile) }, caller);
      wrong.push(...faultsOf(answer, hostile).map((fault) => `${where} ${fault}`));
      past += isRefusedAt(answer, way) ? 0 : 1;
      if (answer.status < 300) asked = await make();
    }
    if (past > 0) reached.push(where);
    else if (isFree) wrong.push(`${where} may be any text, and none of ours got there`);
  }
  wrong.push(...(await tryQuery(house, operation, asked, caller)), ...(await tryIds(house, route, asked, caller)));
  return { wrong, reached };
}

type Answer = Awaited<ReturnType<typeof send>>;

function faultsOf(answer: Answer, hostile: string): readonly string[] {
  return [
    ...(answer.status >= 500 ? [`answers ${answer.status} to ${JSON.stringify(hostile)}`] : []),
    ...(answer.headers.includes(MARK) ? [`puts ${JSON.stringify(hostile)} into a header`] : []),
  ];
}

/** A parameter once with a hostile text, which must go well or be refused, and once where one is taken for several. */
async function tryQuery(house: AccessHouse, operation: Operation, asked: Asked, caller: Caller): Promise<string[]> {
  const { route, parameters } = operation;
  const wrong: string[] = [];
  for (const { name } of parameters.filter((each) => each.in === 'query')) {
    const others = new URLSearchParams(asked.query);
    others.delete(name);
    const asks = (more: string) =>
      send(house, route, { ...asked, query: [others, more].map(String).filter(Boolean).join('&') }, caller);
    for (const hostile of some(TEXTS, 2)) {
      const faults = faultsOf(await asks(`${name}=${encodeURIComponent(hostile)}`), hostile);
      wrong.push(...faults.map((fault) => `${route} ?${name} ${fault}`));
    }
    for (const several of [`${name}=${MARK}&${name}=b`, `${name}[$ne]=${MARK}`, `${name}[]=${MARK}`]) {
      const { status } = await asks(several);
      if (status < 400 || status >= 500) wrong.push(`${route}?${several}: ${status}`);
    }
  }
  return wrong;
}

/** Each name of the address in its turn. */
async function tryIds(house: AccessHouse, route: string, asked: Asked, caller: Caller): Promise<string[]> {
  const wrong: string[] = [];
  for (const name of Object.keys(asked.at ?? {}).filter((each) => route.includes(`{${each}}`))) {
    for (const id of some(IDS, 2)) {
      const { status } = await send(house, route, { ...asked, at: { ...asked.at, [name]: id } }, caller);
      const isRight = [400, 404, 414].includes(status) || (name !== 'id' && TAKES_AWAY.includes(route));
      if (!isRight || status >= 500) wrong.push(`${route} answers ${status} to the ${name} ${JSON.stringify(id)}`);
    }
  }
  return wrong;
}

/** How to get to a text of a body: `['people', '0', 'name']`. */
type Way = readonly string[];

function textsIn(value: unknown, way: Way = []): readonly Way[] {
  if (typeof value === 'string') return [way];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => textsIn(each, [...way, name]));
}

/** The same body with something else there. */
function put(value: unknown, [name, ...rest]: Way, word: unknown): unknown {
  if (name === undefined) return word;
  if (Array.isArray(value)) return value.map((each, index) => (String(index) === name ? put(each, rest, word) : each));
  const each = value as Readonly<Record<string, unknown>>; // the way was found in it
  return { ...each, [name]: put(each[name], rest, word) };
}

/** As a refusal names a field. */
function isRefusedAt({ status, text }: Answer, way: Way): boolean {
  if (status !== 400 && status !== 422) return false;
  const { errors = [] } = JSON.parse(text) as { readonly errors?: readonly { readonly field: string }[] };
  return errors.length === 0 || errors.some(({ field }) => field.replace(/\[(\d+)\]/g, '.$1') === way.join('.'));
}

function at(schema: Schema | undefined, [name, ...rest]: Way): Schema | undefined {
  if (schema === undefined || name === undefined) return schema;
  const kinds = [schema, ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const more = ({ additionalProperties }: Schema) =>
    typeof additionalProperties === 'object' ? additionalProperties : undefined;
  const next = kinds.map((each) => each.properties?.[name] ?? each.items ?? more(each)).find(Boolean);
  return at(next, rest);
}

const isFreeText = (schema: Schema | undefined) =>
  schema?.type === 'string' && !schema.enum && schema.pattern === undefined && schema.format === undefined;

/** Each line of the log is one of ours, and no word of a request stands in any. */
export function linesWithTexts(house: AccessHouse): string[] {
  return house.server
    .logs()
    .split('\n')
    .filter((line) => line !== '' && (line.includes(MARK) || line.includes('forged') || !isLine(line)));
}

function isLine(text: string): boolean {
  try {
    return 'level' in (JSON.parse(text) as object);
  } catch {
    return false;
  }
}

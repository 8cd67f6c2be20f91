import type { AccessHouse } from './access-house';
import { send } from './matrix';
import type { Caller } from './policies';
import type { Asked } from './row';

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

let turn = 0;

/** A few of them, others at each turn: all routes together try all of them several times. */
function some<Each>(all: readonly Each[], count: number): readonly Each[] {
  turn += count;
  return Array.from({ length: count }, (_, at) => all[(turn + at) % all.length] as Each); // below its length
}

/**
 * A request of somebody who may, once with each of some of these in place of every text of it: first what no body may hold,
 * which must be refused, then what it may, which must go well or be refused, then a stranger's id. Resolves to what was not.
 */
export async function tryTexts(house: AccessHouse, route: string, asked: Asked, caller: Caller): Promise<string[]> {
  const wrong: string[] = [];
  const put = (value: unknown) =>
    JSON.stringify(asked.body, (_, each: unknown) => (typeof each === 'string' ? value : each));
  if (JSON.stringify(asked.body) !== put(MARK)) {
    for (const shape of some(SHAPES, 2)) {
      // the replacer would go on into what it put there, so the shape is put in as text
      const text = put(MARK).replaceAll(`"${MARK}"`, JSON.stringify(shape));
      const { status } = await send(house, route, { ...asked, text }, caller);
      if (status < 400 || status >= 500) wrong.push(`${route} answers ${status} to ${text}`);
    }
    for (const hostile of some(TEXTS, 3)) {
      const answer = await send(house, route, { ...asked, text: put(hostile) }, caller);
      if (answer.status >= 500) wrong.push(`${route} answers ${answer.status} to ${hostile}`);
      if (answer.headers.includes(MARK)) wrong.push(`${route} puts ${hostile} into a header`);
    }
  }
  for (const id of asked.at === undefined ? [] : some(IDS, 2)) {
    const at = Object.fromEntries(Object.keys(asked.at ?? {}).map((name) => [name, id]));
    const { status } = await send(house, route, { ...asked, at }, caller);
    if (![400, 404, 414].includes(status)) wrong.push(`${route} answers ${status} to the id ${JSON.stringify(id)}`);
  }
  return wrong;
}

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

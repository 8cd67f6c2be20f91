import { randomUUID } from 'node:crypto';
import type { AccessHouse } from '../access/access-house';
import { CALLERS, outcomesOf } from '../access/policies';
import { signsFor } from '../access/resident-rows';
import type { Asked, Row } from '../access/row';
import type { Request } from './exchange';
import { formFile } from './files';
import type { Operation } from './operations';
import type { BodyChange, Recipe } from './recipes';

/** A request by its recipe, about a thing that is there. */
export interface Dish {
  readonly request: Request;
  /** The body as JSON, where it is such. */
  readonly body: unknown;
  /** What the caller made up, or is: none of it may be said back in a refusal. */
  readonly secrets: readonly string[];
}

interface Kitchen {
  readonly house: AccessHouse;
  readonly operation: Operation;
  readonly row: Row;
}

const QUERY = /[?&]([^=&]+)=([^&]*)/g;

export function cook({ house, operation, row }: Kitchen, asked: Asked, recipe: Recipe, number: string): Dish {
  const { content, type } = bodyOf(asked, recipe.body);
  const own = isBureau(row, recipe)
    ? signsFor(house, content?.toString() ?? '')
    : house.as(callerOf(row, recipe), asked.cast ?? {});
  const query = recipe.query ?? [...`?${asked.query ?? ''}`.matchAll(QUERY)].map(([, name, value]) => [name, value]);
  const search = query.map((pair) => pair.map((part) => encodeURIComponent(wellFormed(part ?? ''))).join('='));
  const headers = {
    'x-fuzz': number,
    ...own,
    ...(operation.method !== 'GET' && { 'idempotency-key': randomUUID() }),
    ...(type !== '' && { 'content-type': type }),
    ...recipe.headers,
  };
  const kept = Object.entries(headers).filter(([, value]) => value !== '');
  return {
    request: {
      method: operation.method,
      path: `${addressOf(operation, asked, recipe)}${search.length > 0 ? `?${search.join('&')}` : ''}`,
      headers: Object.fromEntries(kept),
      ...(content && { body: content }),
    },
    body: type === 'application/json' && content ? parsed(content) : undefined,
    secrets: [...textsOf(recipe), ...personal(asked)],
  };
}

function isBureau({ policy }: Row, { caller }: Recipe): boolean {
  return policy === 'bureau' && caller === 'rightful';
}

/** Who may, of those there are; nobody in particular where anybody may. */
function callerOf({ policy }: Row, { caller, whose }: Recipe) {
  if (caller !== 'rightful') return caller;
  const outcomes = outcomesOf(policy, whose);
  return CALLERS.find((each) => outcomes[each] === 'in') ?? 'anonymous';
}

function addressOf({ path }: Operation, { at = {} }: Asked, { address }: Recipe): string {
  let place = -1;
  const names = [...path.matchAll(/\{(\w+)\}/g)].length;
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    place += 1;
    if (!address || address.which % names !== place) return encodeURIComponent(at[name] ?? '');
    const [, raw] = /^raw:(.*)$/s.exec(address.value) ?? [];
    return raw ?? encodeURIComponent(wellFormed(address.value));
  });
}

/** A lone half of a sign cannot stand in an address at all. */
const wellFormed = (text: string) =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

function bodyOf(asked: Asked, change: BodyChange): { readonly content?: Buffer; readonly type: string } {
  if (change.how === 'bytes') return { content: Buffer.from(change.latin1, 'latin1'), type: change.type };
  if (change.how === 'file' || asked.file) return formFile(asked.file, change.how === 'file' ? change.file : 0);
  const text = textOf(asked.body, change);
  return text === undefined ? { type: '' } : { content: Buffer.from(text), type: 'application/json' };
}

const MARK = '\u0001more';

function textOf(body: unknown, change: BodyChange): string | undefined {
  switch (change.how) {
    case 'fields': {
      const whole = { ...(body as object), ...change.set };
      return JSON.stringify(Object.fromEntries(Object.entries(whole).filter(([name]) => !change.leave.includes(name))));
    }
    case 'place':
      return body === undefined ? undefined : JSON.stringify(replaced(body, change.place, () => change.value));
    case 'one more': {
      const more = (value: unknown) => (typeof value === 'object' ? { ...value, [MARK]: change.value } : value);
      const text = body === undefined ? undefined : JSON.stringify(replaced(body, change.place, more));
      return text?.replace(JSON.stringify(MARK), JSON.stringify(change.name));
    }
    case 'whole':
      return JSON.stringify(change.value);
    default:
      return JSON.stringify(body);
  }
}

/** The value with one of its places made anew, counted from the outside in. */
function replaced(value: unknown, place: number, make: (old: unknown) => unknown): unknown {
  const wanted = place % placesIn(value);
  let count = -1;
  const walk = (each: unknown): unknown => {
    count += 1;
    if (count === wanted) return make(each);
    if (Array.isArray(each)) return each.map(walk);
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([name, inner]) => [name, walk(inner)]));
  };
  return walk(value);
}

function placesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return 1 + Object.values(value).reduce((sum: number, each) => sum + placesIn(each), 0);
}

function parsed(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString());
  } catch {
    return undefined;
  }
}

const LONG_ENOUGH = 8;

/** Of what was made up, the texts that cannot stand in an answer by chance. */
/** Words of the description, and days: they are nobody's. */
const SAYS_NOTHING = /^([a-zA-Z.:-]*|[a-z]+(-[a-z0-9]+)*|\d{4}-\d{2}-\d{2})$/;

function textsOf({ body, address, query = [] }: Recipe): readonly string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(body.how === 'fields' ? body.set : 'value' in body ? body.value : undefined);
  walk(address?.value);
  walk(query.map(([, value]) => value));
  return found.filter((text) => text.length >= LONG_ENOUGH && !SAYS_NOTHING.test(text));
}

function personal({ cast = {} }: Asked): readonly string[] {
  return Object.values(cast).flatMap((named) =>
    'idNumber' in named ? [String(named.idNumber), String(named.name)] : [],
  );
}

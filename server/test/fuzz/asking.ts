import type { AccessHouse } from '../access/access-house';
import type { Asked, Row } from '../access/row';
import { cook, type Dish } from './cooking';
import { exchange, type Reply } from './exchange';
import type { Handlers } from './handlers';
import type { Operation } from './operations';
import { type Broken, brokenBy, type Inside } from './promises';
import type { Recipe } from './recipes';
import type { Counts } from './report';

interface Place {
  readonly house: AccessHouse;
  readonly handlers: Handlers;
  readonly operation: Operation;
  readonly row: Row;
  readonly inside: Inside;
  readonly counts: Counts;
}

export interface Came {
  readonly broken: readonly Broken[];
  /** What was asked for was done. */
  readonly wentWell: boolean;
}

let requests = 0;

/** Asks by one recipe of one route, once or twice, and holds what comes back to what was promised. */
export function asks(place: Place): (asked: Asked, recipe: Recipe) => Promise<Came> {
  const { operation, inside, house } = place;
  const judge = (dish: Dish, reply: Reply) => {
    const broken = brokenBy({ operation, dish, reply }, inside);
    return broken.map((each) => ({ ...each, seen: `${each.seen}${logOf(house, reply)}` }));
  };
  return async (asked, recipe) => {
    const dish = cook(place, asked, recipe, '');
    if (recipe.again === 'beside') {
      const [one, other] = await Promise.all([send(place, dish), send(place, withoutAttempt(dish))]);
      const broken = [...judge(dish, one), ...judge(dish, other), ...besideEachOther(one, other)];
      return { broken, wentWell: changed(operation, one) || changed(operation, other) };
    }
    const reply = await send(place, dish);
    const broken = [...judge(dish, reply)];
    if (recipe.again === 'after') {
      const second = await send(place, withoutAttempt(dish));
      broken.push(...judge(dish, second), ...theSame(reply, second));
    } else if (recipe.again === 'changed' && reply.status < 300) {
      const second = await send(place, changedBody(withoutAttempt(dish)));
      broken.push(...refusedAs(second));
    }
    return { broken, wentWell: changed(operation, reply) };
  };
}

const changed = ({ method }: Operation, { status }: Reply) => method !== 'GET' && status < 300;

async function send({ house, handlers, counts }: Place, { request }: Dish): Promise<Reply> {
  requests += 1;
  const number = String(requests);
  const reply = await exchange(house.server.url, { ...request, headers: { ...request.headers, 'x-fuzz': number } });
  counts.add(reply.status, handlers.saw(number));
  return reply;
}

/** The promise that a key was never used holds once. */
function withoutAttempt(dish: Dish): Dish {
  const { attempt: _, ...headers } = dish.request.headers;
  return { ...dish, request: { ...dish.request, headers } };
}

/** The same with another address: whatever it says, it is another wish. */
function changedBody(dish: Dish): Dish {
  const body = Buffer.from(JSON.stringify({ ...(dish.body as object | undefined), again: true }));
  const headers = { ...dish.request.headers, 'content-type': 'application/json' };
  return { ...dish, request: { ...dish.request, headers, body } };
}

const PUT_OFF: ReadonlySet<number> = new Set([429, 503]);

function theSame(first: Reply, second: Reply): readonly Broken[] {
  const seen = `${first.status} ${first.bytes} | ${second.status} ${second.bytes}`.slice(0, 800);
  if (PUT_OFF.has(first.status) || PUT_OFF.has(second.status)) return [];
  if (first.status !== second.status) return [{ promise: 'one key, one answer', seen }];
  if (first.status >= 400 || first.bytes.equals(second.bytes)) return [];
  return [{ promise: 'one key, one answer, to the byte', seen }];
}

function besideEachOther(one: Reply, other: Reply): readonly Broken[] {
  const good = [one, other].filter(({ status }) => status < 300);
  if (good.length === 2) return theSame(one, other);
  const bad =
    good.length === 1 && [one, other].find(({ status }) => status >= 300 && status !== 409 && !PUT_OFF.has(status));
  return bad ? [{ promise: 'one key, one answer, at once', seen: `${bad.status} ${bad.bytes}`.slice(0, 600) }] : [];
}

function refusedAs({ status, bytes }: Reply): readonly Broken[] {
  if (status === 422 || status === 400 || PUT_OFF.has(status)) return [];
  return [{ promise: 'another wish under a used key is refused', seen: `${status} ${bytes}`.slice(0, 600) }];
}

/** What the server wrote down of an error nobody expected. */
function logOf({ server }: AccessHouse, { status, headers }: Reply): string {
  if (status < 500) return '';
  const number = String(headers['x-request-id']);
  const line = server
    .logs()
    .split('\n')
    .findLast((each) => each.includes('"Problem"') && each.includes(number));
  return line === undefined ? '' : `\n    ${line.slice(0, 1500)}`;
}

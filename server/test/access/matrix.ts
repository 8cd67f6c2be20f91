import { randomBytes, randomUUID } from 'node:crypto';
import type { AccessHouse } from './access-house';
import { bookingRows } from './booking-rows';
import { MAY_BE_KEPT } from './may-be-kept';
import { withOneMore } from './more-fields';
import { CALLERS, type Caller, type Outcome, outcomesOf, RESIDENTS, type Whose } from './policies';
import { reliefRows } from './relief-rows';
import { residentRows } from './resident-rows';
import type { Asked, Row, Rows } from './row';
import { seaRows } from './sea-rows';
import { staffRows } from './staff-rows';

/** Every route there is, with who may call it. */
export const matrix: Rows = { ...residentRows, ...reliefRows, ...bookingRows, ...seaRows, ...staffRows };

interface Answer {
  readonly status: number;
  /** What no answer may do: hand out a cookie, or let another origin read it; what is one person's, into a cache. */
  readonly loose: readonly string[];
  readonly text: string;
  /** All that a caller sees beside the body but its own number and the hour. */
  readonly headers: string;
}

const ITS_OWN = ['x-request-id', 'date', 'keep-alive', 'connection'];

/** A body no rightful request has, sent by who may; resolves to which of them was not refused as unreadable. */
export async function tryMoreFields(
  house: AccessHouse,
  route: string,
  row: Row,
  asked: Asked,
): Promise<readonly string[]> {
  await house.forgetTries();
  const [caller] = rightful(row, outcomesOf(row.policy, firstWhose(row)));
  if (caller === undefined || asked.body === undefined) return [];
  const wrong: string[] = [];
  for (const name of ['__proto__', 'constructor', 'state', 'account_id']) {
    for (const text of withOneMore(asked.body, name)) {
      const { status } = await send(house, route, { ...asked, text }, caller);
      if (status !== 400 && status !== 422) wrong.push(`${route} takes ${text}: ${status}`);
    }
  }
  const { status, text } = await send(house, route, asked, caller);
  if (status >= 300) wrong.push(`${route} and then not even what is right: ${status} ${text}`);
  return wrong;
}

/** On whose behalf a route is tried that is tried once. */
export function firstWhose(row: Row): Whose {
  return row.whose?.[0] ?? 'own';
}

/** One route tried by everybody; resolves to what was not as it should be, one readable line each. */
export async function tryRoute(house: AccessHouse, route: string, row: Row): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const whose of row.policy === 'application' ? (row.whose ?? WHOSE) : ONE) {
    const outcomes = outcomesOf(row.policy, whose);
    const of = row.policy === 'application' ? ` (${whose})` : '';
    const note = (caller: string, found: string) => wrong.push(`${route}${of} as ${caller}: ${found}`);
    const asked = await row.ask(house, whose);
    const refused = CALLERS.filter((caller) => !isLetIn(outcomes[caller]) && isNew(caller, whose));
    for (const caller of refused) {
      const found = await refusalOf(house, route, row, asked, caller, outcomes[caller]);
      if (found !== undefined) note(caller, found);
    }
    for (const found of await linkNobodyMade(house, route, row, asked)) note('owner', found);
    for (const [index, caller] of rightful(row, outcomes).entries()) {
      const own = index === 0 || isReading(route) ? asked : await row.ask(house, whose);
      const { status, text, loose } = await send(house, route, own, caller);
      if (status >= 300) note(caller, `${status} ${text}`);
      if (loose.length > 0) note(caller, loose.join(', '));
      for (const found of wronglyShown(row, own, caller, outcomes[caller as Caller], text)) note(caller, found);
    }
    if (row.policy === 'own-list' && !row.alike && !asked.theirs?.length) note('owner', 'nothing of theirs is in it');
  }
  return wrong;
}

/** What an answer has that is not theirs to see, or has not although it is: an empty list would keep anything apart. */
function wronglyShown(
  { policy }: Row,
  { theirs = [], ofStreet = [] }: Asked,
  caller: Caller | 'bureau',
  outcome: Outcome,
  text: string,
): readonly string[] {
  const isShown = (id: string) => text.includes(id);
  const strange = [...(outcome === 'own' ? theirs : []), ...(caller === 'clerk-elsewhere' ? ofStreet : [])];
  const due = [
    ...(outcome === 'in' && policy === 'own-list' ? theirs : []),
    ...(caller === 'clerk' || caller === 'operator' ? ofStreet : []),
  ];
  return [
    ...strange.filter(isShown).map((id) => `is shown ${id}`),
    ...due.filter((id) => !isShown(id)).map((id) => `is not shown ${id}`),
  ];
}

const WHOSE: readonly Whose[] = ['own', 'ward', 'helped', 'helped-before'];
const ONE: readonly Whose[] = ['own'];
const isLetIn = (outcome: Outcome) => outcome === 'in' || outcome === 'own' || outcome === 'apart';
/** Whoever is no resident is turned away before anybody asks on whose behalf it was typed. */
const isNew = (caller: Caller, whose: Whose) => whose === 'own' || RESIDENTS.some((resident) => resident === caller);
const isReading = (route: string) => route.startsWith('GET ');

/** Those whose request must go well, whose thing it is first: by then everybody else has had a try at it. */
function rightful({ policy }: Row, outcomes: Readonly<Record<Caller, Outcome>>): readonly (Caller | 'bureau')[] {
  if (policy === 'bureau') return ['bureau'];
  return CALLERS.filter((caller) => outcomes[caller] === 'in' || outcomes[caller] === 'own');
}

/** What is wrong with how they were refused; none when nothing is. */
async function refusalOf(
  house: AccessHouse,
  route: string,
  row: Row,
  asked: Asked,
  caller: Caller,
  expected: Outcome,
): Promise<string | undefined> {
  const answer = await send(house, route, asked, caller);
  if (answer.loose.length > 0) return answer.loose.join(', ');
  if (typeof expected === 'number') return answer.status === expected ? undefined : `${answer.status}, not ${expected}`;
  const named = row.named ?? 'id';
  const stranger = await send(house, route, { ...asked, at: { ...asked.at, [named]: randomUUID() } }, caller);
  if (answer.status !== 404) return `${answer.status}, not 404`;
  for (const part of ['status', 'headers', 'text'] as const)
    if (answer[part] !== stranger[part])
      return `${part} is not what a random id gets: ${answer[part]} | ${stranger[part]}`;
  return undefined;
}

/** What becomes of a link that was never sent to anybody, in the hands of whom a link was sent to. */
async function linkNobodyMade(house: AccessHouse, route: string, row: Row, asked: Asked): Promise<readonly string[]> {
  if (row.policy !== 'link-holder') return [];
  const token = randomBytes(32).toString('base64url');
  const { status, loose } = await send(
    house,
    route,
    { ...asked, at: { ...asked.at, [row.named ?? 'id']: token } },
    'owner',
  );
  return [...(status === 404 ? [] : [`${status}, not 404, by a link nobody made`]), ...loose];
}

type Sent = Asked & { /** A body as it is. */ readonly text?: string };

export async function send(house: AccessHouse, route: string, asked: Sent, caller: Caller | 'bureau'): Promise<Answer> {
  const [method = '', path = ''] = route.split(' ');
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(asked.at?.[name] ?? ''));
  const query = asked.query === undefined ? '' : `?${asked.query}`;
  const prefix = path === '/healthz' || path === '/readyz' ? '' : '/api/v1';
  const response = await fetch(`${house.server.url}${prefix}${address}${query}`, {
    method,
    ...bodyOf(asked, caller === 'bureau' ? (asked.signs ?? {}) : house.as(caller, asked.cast ?? {}), method),
  });
  const text = (await response.text()).replace(/,"traceId":"[^"]*"|"traceId":"[^"]*",/, '');
  const headers = [...response.headers].filter(([name]) => !ITS_OWN.includes(name));
  const loose = looseHeaders(response.headers, response.ok && MAY_BE_KEPT.has(route));
  return { status: response.status, text, headers: JSON.stringify(headers), loose };
}

function looseHeaders(headers: Response['headers'], mayBeKept: boolean): readonly string[] {
  const given = ['set-cookie', 'access-control-allow-origin', 'access-control-allow-credentials'];
  const isTagged = headers.get('cache-control') === 'no-cache' && headers.has('etag');
  const isRight = mayBeKept ? isTagged : headers.get('cache-control') === 'no-store';
  const kept = isRight ? [] : [mayBeKept ? 'is not kept with a tag' : 'may be kept by a cache'];
  const sniffed = headers.get('x-content-type-options') !== 'nosniff' ? ['may be read as another kind'] : [];
  return [...given.filter((name) => headers.has(name)), ...kept, ...sniffed];
}

function bodyOf({ body, file, text }: Sent, own: Readonly<Record<string, string>>, method: string) {
  const headers = { ...own, ...(method !== 'GET' && { 'idempotency-key': randomUUID() }) };
  if (file) {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(file)]), 'x.jpg');
    return { headers, body: form };
  }
  const json = text ?? (body === undefined ? undefined : JSON.stringify(body));
  if (json === undefined) return { headers };
  return { headers: { ...headers, 'content-type': 'application/json' }, body: json };
}

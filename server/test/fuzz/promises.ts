import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { MAY_BE_KEPT } from '../access/may-be-kept';
import type { Dish } from './cooking';
import type { Reply } from './exchange';
import type { Is, Operation } from './operations';

/** What only we know, and no answer may tell. */
export interface Inside {
  /** Names of columns that are no word of the API. */
  readonly columns: readonly string[];
  readonly folders: readonly string[];
}

export interface Told {
  readonly operation: Operation;
  readonly dish: Dish;
  readonly reply: Reply;
}

/** A promise that was not kept: in words that are the same for the same fault, and what was seen. */
export interface Broken {
  readonly promise: string;
  readonly seen: string;
}

const STACK = /\bat [\w.<>[\] ]+ \(|node_modules|\.(ts|js|cjs|mjs):\d+|node:internal/;
const SQL =
  /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b.{0,80}\b(FROM|SET|VALUES|WHERE)\b|SQLITE_|\bER_[A-Z_]{4,}|QueryFailed|EntityNotFound|(UNIQUE|CHECK|FOREIGN KEY) constraint|Duplicate entry|sqlite|mysql|mariadb|typeorm/i;
const WORDS_OF_OURS =
  /TypeError|ReferenceError|RangeError|undefined is not|Cannot read propert|\[object Object\]|\bNaN\b/;

export function brokenBy(told: Told, inside: Inside): readonly Broken[] {
  const { operation, reply } = told;
  const text = reply.bytes.toString();
  const kinds = operation.replies.get(reply.status);
  const broken: Broken[] = [];
  const must = (promise: string, holds: boolean, seen = text) => {
    if (!holds) broken.push({ promise, seen: String(seen).slice(0, 600) });
  };
  const waits = reply.status === 503 && Number(reply.headers['retry-after']) > 0;
  must(`no 5xx (${reply.status} ${codeIn(text)})`, reply.status < 500 || (waits && kinds !== undefined));
  must(`a status the description names (${reply.status} ${codeIn(text)})`, kinds !== undefined);
  if (kinds) broken.push(...asDescribed(told, kinds, text));
  must('no stack of ours', !STACK.test(text));
  must('no SQL', reply.status < 400 || !SQL.test(text));
  must('no words of a runtime', reply.status < 400 || !WORDS_OF_OURS.test(text));
  must('no folder of ours', !inside.folders.some((folder) => text.includes(folder)));
  if (reply.status >= 400) {
    must('no column of ours', !inside.columns.some((name) => text.includes(name)));
    broken.push(...problemRight(told, text));
  }
  broken.push(...headersRight(told));
  const { takes } = operation;
  const taken =
    reply.status < 300 && told.dish.body !== undefined ? takes?.(withoutNulls(told.dish.body ?? {})) : undefined;
  must(
    `takes only what the description lets pass (${pathsOf(taken ?? [])})`,
    (taken ?? []).length === 0,
    JSON.stringify(told.dish.body),
  );
  return broken;
}

function asDescribed({ reply }: Told, kinds: NonNullable<ReturnType<Operation['replies']['get']>>, text: string) {
  const [kind = ''] = (reply.headers['content-type'] ?? '').split(';');
  const broken: Broken[] = [];
  if (kinds.size === 0) {
    if (reply.bytes.length > 0) broken.push({ promise: 'no body, as described', seen: text.slice(0, 600) });
    return broken;
  }
  const wrongIn = kinds.get(kind);
  if (!wrongIn)
    return [{ promise: `a body of a kind the description names (${reply.status} ${kind})`, seen: text.slice(0, 600) }];
  if (!kind.endsWith('json')) return broken;
  const wrong = wrongIn(parsed(text));
  if (wrong.length > 0)
    broken.push({ promise: `a body as described (${reply.status}: ${pathsOf(wrong)})`, seen: text.slice(0, 2000) });
  return broken;
}

interface ProblemSeen {
  readonly type?: unknown;
  readonly status?: unknown;
  readonly code?: unknown;
  readonly detail?: unknown;
  readonly traceId?: unknown;
  readonly errors?: readonly { readonly message?: unknown }[];
}

function problemRight({ operation, reply, dish }: Told, text: string): readonly Broken[] {
  const broken: Broken[] = [];
  const must = (promise: string, holds: boolean) => {
    if (!holds) broken.push({ promise, seen: text.slice(0, 600) });
  };
  const { type, status, code, detail, traceId, errors = [] } = (parsed(text) ?? {}) as ProblemSeen;
  must('a stable code', typeof code === 'string' && /^[a-z]+[a-z0-9-]*(\.[a-z0-9-]+)+$/.test(code));
  must('a type that is the code', type === `urn:jinmen:problem:${String(code)}`);
  must('its own status', status === reply.status);
  must('the number of its request', traceId === reply.headers['x-request-id']);
  const isForColleagues = operation.route.includes(' /staff');
  for (const words of [detail, ...errors.map(({ message }) => message)]) {
    const isChinese = typeof words === 'string' && /[\u4e00-\u9fff]/.test(words);
    const isPlain = isChinese && (isForColleagues || plainWordProblems(words).length === 0);
    must(`plain Chinese words (${String(code)}: ${String(words).slice(0, 40)})`, isPlain);
  }
  const said = dish.secrets.filter(
    (secret) => text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1)),
  );
  must('nothing of what was sent, and nobody', said.length === 0);
  return broken;
}

function headersRight({ operation, reply: { headers, status } }: Told): readonly Broken[] {
  const broken: Broken[] = [];
  const must = (promise: string, holds: boolean) => {
    if (!holds) broken.push({ promise, seen: JSON.stringify(headers) });
  };
  must('a number of its own', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(headers['x-request-id'])));
  if (status >= 400 || !MAY_BE_KEPT.has(operation.route)) must('in no cache', headers['cache-control'] === 'no-store');
  must('read as what it is', headers['x-content-type-options'] === 'nosniff');
  for (const name of ['set-cookie', 'access-control-allow-origin']) must(`no ${name}`, headers[name] === undefined);
  return broken;
}

function codeIn(text: string): string {
  return /"code":"([\w.-]+)"/.exec(text)?.[1] ?? '';
}

/** Where a body is not as described, whatever its ids and places in a list. */
function pathsOf(errors: ReturnType<Is>): string {
  const all = errors.map(({ instancePath, keyword, params }) => {
    const named = Object.values(params).filter((each) => typeof each === 'string');
    return `${instancePath.replace(/\/\d+/g, '/…')} ${keyword} ${named.join(' ')}`.trim();
  });
  return [...new Set(all)].slice(0, 4).join('; ');
}

function withoutNulls(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

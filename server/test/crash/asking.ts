import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { SessionView } from '@jinmen/shared/residents/views';
import { answered, send } from '../resident';
import type { Dice } from './dice';
import type { Fleet } from './fleet';

/** Longer than any server that lives leaves somebody waiting; a dead one is heard of at once. */
const PATIENCE_MS = 120_000;

/** Whoever asks. */
export interface Caller {
  readonly accountId: string;
  readonly personId: string;
  /** Whom the local WeChat takes them for. */
  readonly who: string;
  /** Good for fifteen minutes; signed in anew by whoever finds it stale. */
  token: string;
  signedInAt: number;
}

/** A session that is younger must not be refused. */
const SESSION_MS = 14 * 60_000;

/** One thing somebody wants, under one key, however often it is sent. */
export interface Intention {
  readonly key: string;
  readonly method: 'POST' | 'PATCH' | 'GET' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  readonly caller: Caller;
}

export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** What the servers said, and no more than that. */
export interface Heard {
  /** By key: what was asked and the yes it got. */
  readonly yes: Map<string, { readonly intention: Intention; readonly reply: Reply }>;
  /** By key: asked, and refused for good. */
  readonly no: Map<string, { readonly intention: Intention; readonly reply: Reply }>;
  /** One key and two answers, or an answer that is somebody else's. */
  readonly wrong: string[];
  /** It went on for too long without anybody being given anything: what comes now is the answer. */
  givenUp: boolean;
  /** Requests that got no reply at all. */
  unanswered: number;
  /** Requests that were asked to come back. */
  putOff: number;
  /** How often which answer came. */
  readonly answers: Map<string, number>;
  /** When each new yes came, by the clock of `performance.now()`. */
  readonly yesAt: number[];
  /** Answers that say nothing to whoever reads them: a 5xx without words of ours. */
  readonly wordless: string[];
}

export const nothingHeard = (): Heard => ({
  yes: new Map(),
  no: new Map(),
  wrong: [],
  givenUp: false,
  unanswered: 0,
  putOff: 0,
  answers: new Map(),
  yesAt: [],
  wordless: [],
});

/** Of a problem, what is counted. */
interface Said {
  readonly type: string;
  readonly code: string;
  readonly detail: string;
}

/** Asks until there is a definite answer, under the same key, and after no reply at another process. */
export class Asking {
  constructor(
    private readonly fleet: Pick<Fleet, 'urls'>,
    private readonly dice: Dice,
    readonly heard: Heard,
  ) {}

  /** A new intention. One in ten is sent twice at once, and one in ten that got a yes is sent again. */
  async wish(given: Omit<Intention, 'key'>): Promise<Reply> {
    const intention = { ...given, key: randomUUID() };
    const [twice, again] = [this.dice.onceIn(10), this.dice.onceIn(10)];
    const replies = await Promise.all(
      Array.from({ length: twice ? 2 : 1 }, () => this.definite(intention, { first: !twice })),
    );
    const yes = replies.find(({ status }) => status < 300);
    if (!yes) return this.refused(intention, replies[0] as Reply); // one was asked for
    if (again) await this.definite(intention, { first: false });
    return yes;
  }

  /** Until it is answered for good. A yes is held against every other answer to its key. */
  async definite(intention: Intention, { first }: { readonly first: boolean }): Promise<Reply> {
    let last: string | undefined;
    for (let tries = 0; ; tries += 1) {
      const url = await this.anyUrl(last);
      last = url;
      const reply = await this.send(url, intention, first && tries === 0);
      if (!reply) {
        this.heard.unanswered += 1;
        if (this.heard.givenUp) return { status: 503, text: '' };
        await pause(20 + this.dice.upTo(80));
        continue;
      }
      this.count(intention, reply);
      if (reply.status === 401 && isOld(intention.caller)) {
        await signIn(url, intention.caller);
        continue;
      }
      if (reply.status < 300) return this.said(intention, reply);
      if (!comesBack(reply) || this.heard.givenUp) return reply;
      this.heard.putOff += 1;
      await pause(50 + this.dice.upTo(100));
    }
  }

  private said(intention: Intention, reply: Reply): Reply {
    const { key, method, path } = intention;
    const before = this.heard.yes.get(key);
    if (!before) {
      this.heard.yes.set(key, { intention, reply });
      this.heard.yesAt.push(performance.now());
    } else if (before.reply.text !== reply.text || before.reply.status !== reply.status)
      this.heard.wrong.push(`two answers to ${method} ${path}: ${before.reply.text} and ${reply.text}`);
    return reply;
  }

  private refused(intention: Intention, reply: Reply): Reply {
    this.heard.no.set(intention.key, { intention, reply });
    return reply;
  }

  /** Another one than the last, where there is one; waits while none is ready. */
  private async anyUrl(last: string | undefined): Promise<string> {
    for (;;) {
      const { urls } = this.fleet;
      const others = urls.filter((url) => url !== last);
      if (urls.length > 0) return this.dice.one(others.length > 0 ? others : urls);
      await pause(20);
    }
  }

  private async send(url: string, intention: Intention, first: boolean): Promise<Reply | undefined> {
    const { method, path, body, key, caller } = intention;
    try {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: {
          authorization: `Bearer ${caller.token}`,
          ...(method === 'POST' || method === 'DELETE' ? { 'idempotency-key': key } : {}),
          ...(first && method === 'POST' && path === '/bookings' ? { attempt: '1' } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, text: await response.text() };
    } catch {
      return undefined;
    }
  }

  private count({ method, path }: Intention, { status, text }: Reply): void {
    const what = `${method} ${path.replace(/[0-9a-f-]{36}/, ':id')}`;
    const { type, code = '', detail = '' } = status < 300 ? {} : (JSON.parse(text) as Partial<Said>);
    // the one a proxy makes by itself has no type of ours
    const answer = `${what} ${status} ${code}${type === 'about:blank' ? ' (the proxy)' : ''}`.trim();
    if (status >= 500 && (status !== 503 || !/\p{Script=Han}/u.test(detail))) this.heard.wordless.push(answer);
    this.heard.answers.set(answer, (this.heard.answers.get(answer) ?? 0) + 1);
  }
}

const isOld = ({ signedInAt }: Caller): boolean => performance.now() - signedInAt > SESSION_MS;

/** Tried again with the next request when it fails. */
async function signIn(url: string, caller: Caller): Promise<void> {
  const code = `${caller.who}/${randomUUID()}`;
  const reply = await send({ url }, 'POST', '/api/v1/sessions/wechat', { code }).catch(() => undefined);
  if (reply?.status !== 200 && reply?.status !== 201) return;
  caller.token = answered<SessionView>(reply).accessToken;
  caller.signedInAt = performance.now();
}

/** Nothing was said about the wish: it did not arrive whole, there are too many, not now, we do not know. */
function comesBack({ status, text }: Reply): boolean {
  return status >= 500 || status === 408 || status === 429 || text.includes('"idempotency.in-flight"');
}

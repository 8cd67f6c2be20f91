import { randomUUID } from 'node:crypto';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import type { BookingView } from '@jinmen/shared/bookings/views';
import type { SessionView } from '@jinmen/shared/residents/views';
import { Agent, fetch } from 'undici';
import type { Caller } from '../crash/asking';
import type { Dice } from '../crash/dice';
import { KIND, PROGRAMMES, SERVICE } from '../crash/journeys';
import { filled, numbered } from '../relief-house';

/** What one family asks for at once: the one waits for the other's answer, and the three are with three bureaus. */
const ASKED = [PROGRAMMES, ['disability-care-subsidy', 'orphan-living-allowance', 'old-age-allowance']];

const SPOUSE = { id: 'm1', name: '测试丙', idNumber: numbered('19810303', '033'), relation: 'spouse' } as const;

/** Longer than any server may leave somebody without an answer. */
const PATIENCE_MS = 60_000;

/** One request and what came of it; `status` 0 is no reply at all. */
export interface Sample {
  /** `POST /bookings/:id/confirmation` */
  readonly route: string;
  readonly status: number;
  readonly code: string;
  readonly ms: number;
  /** When it was answered, in `performance.now()`. */
  readonly atMs: number;
  readonly retryAfter: boolean;
}

interface Asked {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  readonly token?: string;
  /** What a phone asks instead when nobody answered. */
  readonly again?: () => Asked;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** A life of requests: each is asked under one key until there is a definite answer, which comes back. */
type Journey = AsyncGenerator<Asked, void, Answer>;

interface Actor {
  readonly journey: Journey;
  next: Asked;
  key: string;
  /** It was asked and nobody said yes or no. */
  isOpen: boolean;
}

/** What people were told they have. */
export interface Acknowledged {
  /** Booking → the state it was told to be in. */
  readonly bookings: Map<string, { readonly token: string; state: string }>;
  /** Application → its receipt. */
  readonly applications: Map<string, { readonly token: string; readonly receipt: string }>;
}

export interface CrowdWish {
  /** Where one request goes; nowhere while no server is ready. */
  readonly url: () => string | undefined;
  readonly callers: readonly Caller[];
  readonly windowIds: readonly string[];
  readonly voyageId: string;
  readonly dice: Dice;
}

/**
 * People who look, book, hand in and sign in, so many requests a second, whether the last ones were answered or not. A
 * request that was put off, or got no reply, is sent again under the same key.
 */
export class Crowd {
  readonly told: Acknowledged = { bookings: new Map(), applications: new Map() };
  samples: Sample[] = [];
  private readonly idle: Actor[] = [];
  private readonly agent = new Agent({ connections: 32, keepAliveTimeout: 4000, headersTimeout: PATIENCE_MS });
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly wish: CrowdWish) {}

  async start(): Promise<void> {
    const { callers } = this.wish;
    const journeys = callers.flatMap((caller, at) => [
      this.looking(caller),
      at % 3 === 0 ? this.handingIn(caller) : this.booking(caller),
      ...(at % 4 === 0 ? [this.arriving()] : []),
      ...(at % 4 === 1 ? [this.sayingGoodbye(caller, at)] : []),
    ]);
    for (const journey of journeys) {
      const first = await journey.next();
      if (!first.done) this.idle.push({ journey, next: first.value, key: randomUUID(), isOpen: false });
    }
  }

  /** So many requests a second, for so long; resolves when all of them are answered. Those of this time. */
  async press(rps: number, ms: number): Promise<readonly Sample[]> {
    this.samples = [];
    const began = performance.now();
    let sent = 0;
    while (performance.now() - began < ms) {
      const due = Math.floor(((performance.now() - began) / 1000) * rps);
      for (; sent < due; sent += 1) this.goOn();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await Promise.all(this.running);
    return this.samples;
  }

  /** Until everybody who was put off has a yes or a no; false when somebody has none after so long. */
  async settle(withinMs: number): Promise<boolean> {
    const until = performance.now() + withinMs;
    for (;;) {
      const open = this.idle.filter(({ isOpen }) => isOpen);
      if (open.length === 0) return true;
      if (performance.now() > until) return false;
      for (const actor of open) this.idle.splice(this.idle.indexOf(actor), 1);
      await Promise.all(open.map((actor) => this.step(actor)));
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  /** One request outside the crowd. */
  async ask({ method, path, body, token }: Asked, key: string, at?: string): Promise<Answer> {
    const url = at ?? this.wish.url();
    const began = performance.now();
    const answer = url === undefined ? NO_SERVER : await this.send(`${url}/api/v1${path}`, method, body, token, key);
    const code = answer.status >= 400 ? codeIn(answer.text) : '';
    const route = `${method} ${path.replace(/\?.*/, '').replace(/[0-9a-f-]{36}/, ':id')}`;
    const now = performance.now();
    const { status, retryAfter } = answer;
    this.samples.push({ route, status, code, ms: now - began, atMs: now, retryAfter });
    return answer;
  }

  private async send(url: string, method: string, body: object | undefined, token: string | undefined, key: string) {
    try {
      const response = await fetch(url, {
        method,
        dispatcher: this.agent,
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(method === 'POST' || method === 'DELETE' ? { 'idempotency-key': key } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const retryAfter = response.headers.has('retry-after');
      return { status: response.status, text: await response.text(), retryAfter };
    } catch {
      return { status: 0, text: '', retryAfter: false };
    }
  }

  private goOn(): void {
    const at = this.wish.dice.upTo(this.idle.length);
    const [actor] = this.idle.splice(at, 1);
    if (!actor) return;
    const step = this.step(actor).finally(() => this.running.delete(step));
    this.running.add(step);
  }

  private async step(actor: Actor): Promise<void> {
    const answer = await this.ask(actor.next, actor.key);
    actor.isOpen = !isDefinite(answer);
    if (!actor.isOpen) {
      const { value, done } = await actor.journey.next(answer);
      if (done) return;
      actor.next = value;
      actor.key = randomUUID();
    } else if (actor.next.again) {
      actor.next = actor.next.again();
      actor.key = randomUUID();
    }
    this.idle.push(actor);
  }

  private async *looking({ token }: Caller): Journey {
    for (;;) {
      yield { method: 'GET', path: '/me', token };
      yield { method: 'GET', path: '/bookings', token };
      yield { method: 'GET', path: `/services/${SERVICE}/sites` };
      yield { method: 'GET', path: '/relief/applications', token };
    }
  }

  private async *booking({ token }: Caller): Journey {
    for (;;)
      yield* this.booked(token, { service: SERVICE, kind: KIND, windowId: this.wish.dice.one(this.wish.windowIds) });
  }

  /** A family signs up, and takes and gives back its place at sea. */
  private async *sayingGoodbye({ token }: Caller, at: number): Journey {
    const made = yield { method: 'POST', path: '/farewells', body: {}, token };
    const { id } = JSON.parse(made.text) as { readonly id: string };
    const died = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10);
    const deceased = {
      name: `测试逝者${[...String(at)].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('')}`,
      died,
    };
    const contact = { phone: '13800005678', wantsCalls: false };
    const body = { version: 1, deceased, contact, company: { aboard: 1, ashore: 0, named: [] } };
    yield { method: 'PATCH', path: `/farewells/${id}`, body, token };
    yield { method: 'POST', path: `/farewells/${id}/sign-up`, body: {}, token };
    const wish = { service: 'sea-scattering', kind: 'voyage', windowId: this.wish.voyageId, details: { farewell: id } };
    for (;;) yield* this.booked(token, wish);
  }

  /** Booked, said yes to, looked at and given back. */
  private async *booked(token: string, body: object): Journey {
    const held = yield { method: 'POST', path: '/bookings', body, token };
    if (held.status >= 300) return;
    // casts: what a 2xx of these routes is
    const { id, state } = JSON.parse(held.text) as BookingView;
    const mine = { token, state };
    this.told.bookings.set(id, mine);
    const path = `/bookings/${id}`;
    const confirmed = yield { method: 'POST', path: `${path}/confirmation`, body: {}, token };
    if (confirmed.status < 300) mine.state = (JSON.parse(confirmed.text) as BookingView).state;
    yield { method: 'GET', path, token };
    const gone = yield { method: 'DELETE', path, token };
    if (gone.status < 300) mine.state = (JSON.parse(gone.text) as BookingView).state;
  }

  private async *handingIn({ token }: Caller): Journey {
    for (;;) {
      const programmes = this.wish.dice.one(ASKED);
      const made = yield { method: 'POST', path: '/relief/applications', body: { programmes }, token };
      if (made.status >= 300) continue;
      const { id, version } = JSON.parse(made.text) as ApplicationView;
      const path = `/relief/applications/${id}`;
      const members = this.wish.dice.one([[], [SPOUSE]]);
      const fields = filled(programmes, programmes === PROGRAMMES ? { 'household.members': members } : {});
      yield { method: 'PATCH', path, body: { version, fields }, token };
      if (programmes === PROGRAMMES) yield* this.signing(`${path}/authorisations`, token, members);
      const said = yield { method: 'POST', path: `${path}/submission`, body: {}, token };
      if (said.status >= 300) continue;
      const { receiptNumber = '' } = JSON.parse(said.text) as ApplicationView;
      this.told.applications.set(id, { token, receipt: receiptNumber });
      yield { method: 'GET', path, token };
    }
  }

  /** Whose income is looked up says yes to it: here, or asked by a text message. */
  private async *signing(path: string, token: string, members: readonly { readonly id: string }[]): Journey {
    yield { method: 'POST', path, body: { member: 'applicant', accepted: true }, token };
    for (const { id } of members)
      yield { method: 'POST', path, body: { member: id, way: 'link', phone: '13800001234' }, token };
  }

  /** Signs in with WeChat and says who they are. */
  private async *arriving(): Journey {
    for (let order = this.wish.dice.upTo(100_000); ; order += 1) {
      const come = yield signingIn();
      if (come.status >= 300) continue;
      const { accessToken: token } = JSON.parse(come.text) as SessionView;
      const listed = yield { method: 'GET', path: '/consents', token };
      const { items } = JSON.parse(listed.text) as { readonly items: readonly { purpose: string; version: number }[] };
      const purpose = 'real-name-verification';
      const version = items.find((each) => each.purpose === purpose)?.version;
      yield { method: 'POST', path: '/consents', body: { purpose, version, state: 'given' }, token };
      const idNumber = numbered(`19${30 + (order % 60)}0202`, String(Math.floor(order / 60) % 1000).padStart(3, '0'));
      yield { method: 'POST', path: '/identity/verifications', body: { name: '测试来人', idNumber }, token };
    }
  }
}

/** A code of WeChat's is good once, also when its answer is lost: a phone gets another each time. */
function signingIn(): Asked {
  const body = { code: `new-${randomUUID()}/1` };
  return { method: 'POST', path: '/sessions/wechat', body, again: signingIn };
}

const NO_SERVER = { status: 0, text: '', retryAfter: false };

/** Said yes or no to; everything else is asked again. */
function isDefinite({ status, text }: Answer): boolean {
  return status > 0 && status < 500 && status !== 429 && status !== 408 && !text.includes('"idempotency.in-flight"');
}

function codeIn(text: string): string {
  try {
    return String((JSON.parse(text) as { code?: unknown }).code ?? '');
  } catch {
    return 'not a problem';
  }
}

/** What was acknowledged and is not so. */
export async function notSo(crowd: Crowd): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [id, { token, state }] of crowd.told.bookings) {
    const { status, text } = await crowd.ask({ method: 'GET', path: `/bookings/${id}`, token }, randomUUID());
    const now = status === 200 ? (JSON.parse(text) as BookingView).state : `answered ${status}`;
    if (now !== state && !(state === 'held' && now === 'expired')) wrong.push(`booking told ${state}, now ${now}`);
  }
  for (const [id, { token, receipt }] of crowd.told.applications) {
    const path = `/relief/applications/${id}`;
    const { status, text } = await crowd.ask({ method: 'GET', path, token }, randomUUID());
    const now = status === 200 ? (JSON.parse(text) as ApplicationView).receiptNumber : `answered ${status}`;
    if (now !== receipt) wrong.push(`application told ${receipt}, now ${now}`);
  }
  return wrong;
}

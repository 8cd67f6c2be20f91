import { randomUUID } from 'node:crypto';
import { nowMs, shanghaiTime } from './clock';
import type { SignedBureau } from './settings';
import { type SigningKey, signatureOf } from './signature';

const LONGEST_PAUSE_MS = 60_000;
const ANSWER_WITHIN_MS = 5_000;
/** The BFF does not understand it: a person must look, repeating does not help. */
const RETURNED = new Set([400, 404, 422]);

/** Something the bureau tells the BFF, in the bureau's words. */
export interface CallbackMessage {
  readonly type: string;
  readonly data: unknown;
}

/** A callback and how far it got. `returned`: the BFF does not understand it. */
export interface Callback extends CallbackMessage {
  readonly eventId: string;
  /** What it is about: callbacks of one order are sent one after the other. */
  readonly order: string;
  readonly at: string;
  state: 'waiting' | 'delivered' | 'returned';
  attempts: number;
  lastAnswer?: string;
}

/** Ways to spoil one callback on purpose; `replay` sends the very same request a second time. */
export const TAMPERINGS = ['signature', 'timestamp', 'key', 'body', 'replay'] as const;

export type Tampering = (typeof TAMPERINGS)[number];

export interface CallbackTarget {
  readonly bureau: SignedBureau;
  readonly bffUrl: string;
  readonly key: SigningKey;
}

/**
 * Sends a bureau's callbacks until the BFF answers 200: the same event id, a fresh nonce and signature each time,
 * pauses of 1, 2, 4 … at most 60 s, in order per case (docs/bureaus/transport.md §5).
 */
export class Callbacks {
  private sent: Callback[] = [];
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly busy = new Set<string>();
  private ended = false;

  constructor(
    private readonly target: CallbackTarget,
    private readonly changed: () => void = () => undefined,
  ) {}

  /** Queues a callback and starts sending. Tells its event id. */
  tell(order: string, { type, data }: CallbackMessage): string {
    const eventId = randomUUID();
    this.sent.push({ eventId, order, type, data, at: shanghaiTime(nowMs()), state: 'waiting', attempts: 0 });
    this.changed();
    void this.work(order);
    return eventId;
  }

  find(eventId: string): Callback | undefined {
    return this.sent.find((callback) => callback.eventId === eventId);
  }

  list(): readonly Callback[] {
    return this.sent;
  }

  /** Sends everything that waits now, whatever its pause. */
  hurry(): void {
    for (const order of new Set(this.sent.filter(({ state }) => state === 'waiting').map(({ order }) => order))) {
      void this.work(order);
    }
  }

  save(): unknown {
    return this.sent;
  }

  load(saved: Callback[]): void {
    this.sent = saved;
    this.hurry();
  }

  reset(): void {
    this.stop();
    this.sent = [];
    this.ended = false;
  }

  stop(): void {
    this.ended = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  /** Sends one message once, spoiled as asked, outside every queue. Tells the BFF's status. */
  async sendOnce(message: CallbackMessage, eventId: string, tampering?: Tampering): Promise<number> {
    const at = shanghaiTime(nowMs());
    return (await this.post({ ...message, at, eventId }, tampering)).status;
  }

  private async work(order: string): Promise<void> {
    if (this.busy.has(order) || this.ended) return;
    this.busy.add(order);
    clearTimeout(this.timers.get(order));
    this.timers.delete(order);
    try {
      for (;;) {
        const head = this.sent.find((callback) => callback.order === order && callback.state === 'waiting');
        if (!head || this.ended) return;
        await this.attempt(head);
        if (head.state === 'waiting') {
          this.pause(order, head.attempts);
          return;
        }
      }
    } finally {
      this.busy.delete(order);
    }
  }

  private pause(order: string, attempts: number): void {
    if (this.ended) return;
    const ms = Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** (attempts - 1));
    const timer = setTimeout(() => void this.work(order), ms);
    timer.unref();
    this.timers.set(order, timer);
  }

  private async attempt(callback: Callback): Promise<void> {
    callback.attempts += 1;
    try {
      const { status } = await this.post(callback);
      callback.lastAnswer = String(status);
      if (status === 200) callback.state = 'delivered';
      else if (RETURNED.has(status)) callback.state = 'returned';
    } catch {
      callback.lastAnswer = '没有应答';
    }
    this.changed();
  }

  private async post(message: Letter, tampering?: Tampering): Promise<Response> {
    const { url, ...init } = signedRequest(this.target, message, tampering);
    const send = (): Promise<Response> =>
      fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS), redirect: 'manual' });
    let response = await send();
    if (tampering === 'replay') response = await send();
    await response.arrayBuffer();
    return response;
  }
}

type Letter = Pick<Callback, 'eventId' | 'type' | 'at' | 'data'>;

interface SignedRequest {
  readonly url: string;
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer<ArrayBuffer>;
}

function signedRequest({ bffUrl, bureau, key }: CallbackTarget, letter: Letter, tampering?: Tampering): SignedRequest {
  const url = `${bffUrl}/api/v1/bureau-callbacks/${bureau}`;
  const { eventId, type, at, data } = letter;
  const body = Buffer.from(JSON.stringify({ type, at, data }));
  const keyId = tampering === 'key' ? `${key.id}-other` : key.id;
  const timestamp = String(Math.floor(nowMs() / 1000) - (tampering === 'timestamp' ? 3_600 : 0));
  const nonce = randomUUID();
  const path = new URL(url).pathname;
  const right = signatureOf({ method: 'POST', path, keyId, timestamp, nonce, eventId, body }, key);
  const signature = tampering === 'signature' ? right.replace(/^./, (first) => (first === '0' ? '1' : '0')) : right;
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'key-id': keyId,
    timestamp,
    nonce,
    'event-id': eventId,
    signature,
  };
  return { url, method: 'POST', headers, body: tampering === 'body' ? Buffer.concat([body, Buffer.from(' ')]) : body };
}

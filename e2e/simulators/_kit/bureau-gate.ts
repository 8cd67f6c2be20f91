import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { nowMs } from './clock';
import { FaultLine, type FaultWords, meetsFaultBefore, sendThrough } from './faults';
import { type Answer, type Incoming, type Route, statusOf } from './http-answer';
import type { Delivery, Journal } from './journal';
import type { Bureau } from './settings';
import { type SigningKey, sameSignature, signatureOf } from './signature';

const CLOCK_TOLERANCE_S = 300;
const NONCE_KEPT_MS = 15 * 60_000;

/** How a bureau says what is true of every request, in its own words. */
export interface BureauWords extends FaultWords {
  readonly wrongSignature: Answer;
  /** The same key with another message. */
  readonly otherMessage: Answer;
}

interface Remembered {
  readonly message: string;
  readonly answer: Answer;
}

/**
 * What stands before every route of one bureau: the journal, faults, the signature, and one answer per key
 * (docs/bureaus/transport.md §§2–4). Without a key (`wechat`, `sms`) only the journal and faults.
 */
export class BureauGate {
  readonly faults = new FaultLine();
  private answers = new Map<string, Remembered>();
  private readonly nonces = new Map<string, number>();

  constructor(
    readonly bureau: Bureau,
    private readonly words: BureauWords,
    private readonly journal: Journal,
    private readonly key?: SigningKey,
    private readonly changed: () => void = () => undefined,
  ) {}

  readonly pass = async (request: Incoming, response: ServerResponse, route: Route): Promise<void> => {
    const delivery = this.journal.deliver({
      bureau: this.bureau,
      method: request.method,
      path: request.target,
      body: readable(request),
      ...(this.key && header(request, 'event-id') ? { eventId: header(request, 'event-id') } : {}),
    });
    const fault = this.faults.take(request.target, header(request, 'event-id'));
    if (fault) delivery.fault = fault.fault;
    response.once('finish', () => {
      delivery.status = response.statusCode;
    });
    if (await meetsFaultBefore(fault, response, this.words)) return;
    const answer = this.key ? await this.signed(request, route, this.key, delivery) : await route(request);
    sendThrough(fault, response, answer, this.words);
  };

  save(): unknown {
    return [...this.answers];
  }

  load(saved: [string, Remembered][]): void {
    this.answers = new Map(saved);
  }

  reset(): void {
    this.faults.clear();
    this.answers.clear();
    this.nonces.clear();
  }

  private async signed(request: Incoming, route: Route, key: SigningKey, delivery: Delivery): Promise<Answer> {
    if (!this.isSigned(request, key)) return this.words.wrongSignature;
    const eventId = header(request, 'event-id');
    const message = createHash('sm3')
      .update(`${request.method} ${request.target}\n`)
      .update(request.body)
      .digest('hex');
    const before = this.answers.get(eventId);
    if (before) {
      delivery.repeated = true;
      return before.message === message ? before.answer : this.words.otherMessage;
    }
    const answer = await route(request);
    if (statusOf(answer) < 500) {
      this.answers.set(eventId, { message, answer });
      this.changed();
    }
    return answer;
  }

  private isSigned(request: Incoming, key: SigningKey): boolean {
    const [keyId, timestamp, nonce, eventId, signature] = (
      ['key-id', 'timestamp', 'nonce', 'event-id', 'signature'] as const
    ).map((name) => header(request, name)) as [string, string, string, string, string];
    const seconds = nowMs() / 1000;
    if (keyId !== key.id || !/^\d{10}$/.test(timestamp)) return false;
    if (Math.abs(Number(timestamp) - seconds) > CLOCK_TOLERANCE_S) return false;
    if (!/^[\x21-\x7e]{16,64}$/.test(nonce) || !/^[\x21-\x7e]{8,64}$/.test(eventId)) return false;
    const { method, target: path, body } = request;
    const right = signatureOf({ method, path, keyId, timestamp, nonce, eventId, body }, key);
    return sameSignature(signature, right) && this.isNew(nonce);
  }

  private isNew(nonce: string): boolean {
    for (const [old, at] of this.nonces) {
      if (at < nowMs() - NONCE_KEPT_MS) this.nonces.delete(old);
      else break;
    }
    if (this.nonces.has(nonce)) return false;
    this.nonces.set(nonce, nowMs());
    return true;
  }
}

function header(request: Incoming, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

/** Above this a body is a file: the journal notes only how long it was. */
const MOST_NOTED_BYTES = 256 * 1024;

function readable({ body }: Incoming): unknown {
  if (body.length > MOST_NOTED_BYTES) return { bytes: body.length };
  const text = body.toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

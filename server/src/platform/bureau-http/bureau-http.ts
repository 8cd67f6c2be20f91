import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock';
import type { BureauAddress, BureauCode, Upstream } from '../config/bureau-address';
import { Config } from '../config/config';
import { Transactions } from '../database/transactions';
import type { BureauAnswer } from './bureau-answer';
import { BureauLine, LINE_LIMITS, type LineLimits, type LineRequest, type LineState } from './bureau-line';
import { answerByStatus, type BureauReply } from './bureau-reply';
import { Egress } from './egress';
import { signatureOf } from './signing';

export interface BureauCall {
  readonly method: 'GET' | 'POST';
  /** From the bureau's root, with the query. Nothing personal. */
  readonly path: string;
  /** The same for every try of one thing: the bureau does it once. */
  readonly key: string;
  readonly body?: object;
  /** What the bureau's own document says a reply means; by its status alone when absent. */
  readonly read?: (reply: BureauReply) => BureauAnswer;
}

/** One bureau, to be called. */
export interface BureauConnection {
  /** Never rejects for what the bureau or the network did: that is an answer of kind `failed`. */
  call(call: BureauCall): Promise<BureauAnswer>;
}

/**
 * Signed calls to the bureaus. Each has a line of its own, so that a dead one holds up nobody else's. Calls are not
 * repeated here: who must not give up goes through the outbox.
 */
@Injectable()
export class BureauHttp implements OnApplicationShutdown {
  private readonly logger = new Logger('BureauCall');
  private readonly lines = new Map<Upstream, BureauLine>();
  protected readonly limits: LineLimits = LINE_LIMITS;
  private readonly backListeners: ((bureau: BureauCode) => void)[] = [];

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
  ) {}

  for(bureau: BureauCode): BureauConnection {
    return { call: (call) => this.call(bureau, call) };
  }

  /** `closed` also for whoever has no line here: nothing speaks against calling. */
  state(bureau: Upstream): LineState {
    return this.lines.get(bureau)?.state ?? 'closed';
  }

  /** Told when a bureau answers again after its line was open. */
  onBack(listener: (bureau: BureauCode) => void): void {
    this.backListeners.push(listener);
  }

  /** Cuts every call under way; those answer `failed`, unanswered. */
  async hangUp(): Promise<void> {
    await Promise.all([...this.lines.values()].map((line) => line.hangUp()));
  }

  onApplicationShutdown(): Promise<void> {
    return this.hangUp();
  }

  private async call(bureau: BureauCode, call: BureauCall): Promise<BureauAnswer> {
    if (this.transactions.isOpen) throw new Error(`a call to ${bureau} inside a transaction would keep it open`);
    const address = this.config.bureaus[bureau];
    if (address === undefined) return { kind: 'failed', answered: false, why: 'not connected' };
    const startedMs = performance.now();
    const request = this.signed(address, call);
    const answer = await this.lineTo(bureau, address).exchange(request, call.read ?? answerByStatus);
    this.journal(bureau, call, answer, performance.now() - startedMs);
    return answer;
  }

  private lineTo(bureau: BureauCode, { url, networks }: BureauAddress): BureauLine {
    const known = this.lines.get(bureau);
    if (known) return known;
    const line = new BureauLine(new URL(url).origin, Egress.of(this.config, networks), this.limits);
    line.onBack(() => {
      for (const listener of this.backListeners) listener(bureau);
    });
    this.lines.set(bureau, line);
    return line;
  }

  private signed({ url, send }: BureauAddress, { method, path, key, body }: BureauCall): LineRequest {
    const pathWithQuery = `${new URL(url).pathname.replace(/\/$/, '')}${path}`;
    const text = body === undefined ? '' : JSON.stringify(body);
    const timestamp = String(Math.floor(this.clock.now().getTime() / 1000));
    const nonce = randomUUID();
    const parts = { method, pathWithQuery, keyId: send.id, timestamp, nonce, eventId: key, body: text };
    return {
      method,
      path: pathWithQuery,
      body: text,
      headers: {
        ...(text === '' ? {} : { 'content-type': 'application/json; charset=utf-8' }),
        'key-id': send.id,
        timestamp,
        nonce,
        'event-id': key,
        signature: signatureOf(send.key, parts),
      },
    };
  }

  /** One line a call, from an allow-list: no body, no words of the bureau, no number that names a case. */
  private journal(bureau: BureauCode, { method, path }: BureauCall, answer: BureauAnswer, tookMs: number): void {
    this.logger.log({
      bureau,
      method,
      path: withoutNumbers(path),
      answer: answer.kind,
      ...(answer.kind === 'failed' ? { answered: answer.answered, why: answer.why } : {}),
      durationMs: Math.round(tookMs),
    });
  }
}

/** `/aj/7f0c…/cx?x=1` → `/aj/:no/cx`. Versions such as `v2` stay. */
function withoutNumbers(path: string): string {
  const [plain = ''] = path.split('?');
  return plain.replace(/\/(?!v\d\/)[^/]*\d[^/]*/g, '/:no');
}

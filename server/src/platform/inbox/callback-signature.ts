import { randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { isSignedBy } from '../bureau-http/signing';
import { Clock } from '../clock';
import { BUREAU_CODES, type BureauAddress, type BureauCode } from '../config/bureau-address';
import { Config } from '../config/config';
import { Problem } from '../http/problem';
import { TOLERANCE_S } from './happened';

/** A callback as it came in, nothing of it believed yet. */
export interface IncomingCallback {
  readonly bureau: string;
  readonly method: string;
  readonly pathWithQuery: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

/** One whose signature is right. What is in it is still only what a bureau says. */
export interface SignedCallback {
  readonly bureau: BureauCode;
  readonly eventId: string;
  readonly nonce: string;
  readonly body: Buffer;
}

const NONCE = /^[\x21-\x7e]{16,64}$/;
const EVENT_ID = /^[\x21-\x7e]{8,64}$/;
const TIMESTAMP = /^\d{10}$/;

/** Tells a bureau's own callbacks from everybody else's (docs/bureaus/transport.md §2, security.md T10). */
@Injectable()
export class CallbackSignature {
  private readonly logger = new Logger('Inbox');
  /** Stands in where there is no key, so that an unknown bureau costs what a wrong signature costs. */
  private readonly nobodysKey = randomBytes(32);

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 401 `callback.not-accepted`, the same for every reason; the reason is in the log only. */
  check(incoming: IncomingCallback): SignedCallback {
    const bureau = BUREAU_CODES.find((code) => code === incoming.bureau);
    const address = bureau === undefined ? undefined : this.config.bureaus[bureau];
    const flaw = this.flawOf(incoming, address);
    if (flaw === undefined && bureau !== undefined) {
      const eventId = header(incoming, 'event-id');
      return { bureau, eventId, nonce: header(incoming, 'nonce'), body: incoming.body };
    }
    this.logger.warn({ alarm: 'callback refused', bureau: bureau ?? '(unknown)', why: flaw ?? 'unknown bureau' });
    throw new Problem(401, 'callback.not-accepted', '签名没有通过，这条消息没有收下。');
  }

  private flawOf(incoming: IncomingCallback, address: BureauAddress | undefined): string | undefined {
    const { method, pathWithQuery, body } = incoming;
    const [keyId, timestamp, nonce, eventId, signature] = (
      ['key-id', 'timestamp', 'nonce', 'event-id', 'signature'] as const
    ).map((name) => header(incoming, name)) as [string, string, string, string, string];
    const named = address?.receive.find(({ id }) => id === keyId);
    const key = named?.key ?? this.nobodysKey;
    const signed = isSignedBy(key, { method, pathWithQuery, keyId, timestamp, nonce, eventId, body }, signature);
    if (address === undefined) return 'bureau not connected';
    if (named === undefined) return 'another key';
    if (!signed) return 'wrong signature';
    if (!TIMESTAMP.test(timestamp) || !this.isNow(Number(timestamp))) return 'another time';
    return NONCE.test(nonce) && EVENT_ID.test(eventId) ? undefined : 'malformed nonce or event id';
  }

  private isNow(seconds: number): boolean {
    return Math.abs(seconds - this.clock.now().getTime() / 1000) <= TOLERANCE_S;
  }
}

/** A header given once; else nothing, which no signature fits. */
function header({ headers }: IncomingCallback, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** One key of one direction: `<id>:<base64>` in the environment. */
export interface SigningKey {
  readonly id: string;
  readonly secret: Buffer;
}

/** What is signed of a request (docs/bureaus/transport.md §2). */
export interface SignedParts {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly keyId: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly eventId: string;
  readonly body: Buffer;
}

export function readKey(text: string): SigningKey {
  const colon = text.indexOf(':');
  const secret = Buffer.from(text.slice(colon + 1), 'base64');
  if (colon < 1 || secret.length === 0) throw new Error('a key is written <id>:<base64>');
  return { id: text.slice(0, colon), secret };
}

export function signatureOf(parts: SignedParts, key: SigningKey): string {
  const digest = createHash('sm3').update(parts.body).digest('hex');
  const { method, path, keyId, timestamp, nonce, eventId } = parts;
  return createHmac('sm3', key.secret)
    .update([method, path, keyId, timestamp, nonce, eventId, digest].join('\n'))
    .digest('hex');
}

export function sameSignature(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

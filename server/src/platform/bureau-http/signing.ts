import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What a signature covers, both ways (docs/bureaus/transport.md §2). */
export interface SignedParts {
  readonly method: string;
  readonly pathWithQuery: string;
  readonly keyId: string;
  /** Unix seconds, as written in the header. */
  readonly timestamp: string;
  readonly nonce: string;
  readonly eventId: string;
  /** The bytes as they travel, never a value parsed and written again. */
  readonly body: Buffer | string;
}

/** Lower-case hex of HMAC-SM3. */
export function signatureOf(key: Buffer, parts: SignedParts): string {
  const { method, pathWithQuery, keyId, timestamp, nonce, eventId, body } = parts;
  const bodyHash = createHash('sm3').update(body).digest('hex');
  const text = [method, pathWithQuery, keyId, timestamp, nonce, eventId, bodyHash].join('\n');
  return createHmac('sm3', key).update(text).digest('hex');
}

/** Whether the given signature is the right one; takes as long for a wrong one. */
export function isSignedBy(key: Buffer, parts: SignedParts, signature: string): boolean {
  const right = Buffer.from(signatureOf(key, parts));
  const given = Buffer.from(signature);
  return given.length === right.length && timingSafeEqual(given, right);
}

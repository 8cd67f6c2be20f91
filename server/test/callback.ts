import { randomUUID } from 'node:crypto';
import { signatureOf } from '../src/platform/bureau-http/signing';
import { receiveKey, sendKey } from './local-bureau';

/** What a callback is made of; everything that is left out is right. */
export interface CallbackParts {
  readonly bureau?: string;
  readonly key?: { readonly id: string; readonly key: Buffer };
  readonly keyId?: string;
  readonly timestamp?: string;
  readonly nonce?: string;
  readonly eventId?: string;
  readonly body?: string;
  readonly type?: string;
  readonly data?: unknown;
  /** Another query than the one that was signed. */
  readonly query?: string;
  /** Changes the request after it was signed. */
  readonly spoil?: (headers: Record<string, string>) => Record<string, string>;
  readonly spoiledBody?: string;
}

/** Sends a signed callback as a bureau does (docs/bureaus/transport.md §5), or spoiled as asked. */
export function sendCallback(serverUrl: string, nowMs: number, parts: CallbackParts = {}): Promise<Response> {
  const { bureau = 'social-assistance', key = receiveKey, nonce = randomUUID(), eventId = randomUUID() } = parts;
  const { type = 'poured', data = { name: 'green' }, spoil = (headers) => headers } = parts;
  const pathWithQuery = `/api/v1/bureau-callbacks/${bureau}`;
  const body = parts.body ?? JSON.stringify({ type, at: '2026-11-26T09:12:40+08:00', data });
  const timestamp = parts.timestamp ?? String(Math.floor(nowMs / 1000));
  const keyId = parts.keyId ?? key.id;
  const signed = { method: 'POST', pathWithQuery, keyId, timestamp, nonce, eventId, body };
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'key-id': keyId,
    timestamp,
    nonce,
    'event-id': eventId,
    signature: signatureOf(key.key, signed),
  };
  return fetch(`${serverUrl}${pathWithQuery}${parts.query ?? ''}`, {
    method: 'POST',
    headers: spoil(headers),
    body: parts.spoiledBody ?? body,
  });
}

/** The second bureau is about to sign with this one instead of its first. */
export const newKey = { id: 'receive-2b', key: Buffer.alloc(32, 5) };

/** The addresses of two bureaus with the keys of the made-up one, each with its own. */
export const bureauEnv: Readonly<Record<string, string>> = {
  BUREAU_SOCIAL_ASSISTANCE_URL: 'http://127.0.0.1:9',
  BUREAU_SOCIAL_ASSISTANCE_SEND_KEY: `${sendKey.id}:${sendKey.key.toString('base64')}`,
  BUREAU_SOCIAL_ASSISTANCE_RECEIVE_KEY: `${receiveKey.id}:${receiveKey.key.toString('base64')}`,
  BUREAU_DISABILITY_BENEFITS_URL: 'http://127.0.0.1:9',
  BUREAU_DISABILITY_BENEFITS_SEND_KEY: `send-2:${Buffer.alloc(32, 3).toString('base64')}`,
  BUREAU_DISABILITY_BENEFITS_RECEIVE_KEY: `receive-2:${Buffer.alloc(32, 4).toString('base64')},${newKey.id}:${newKey.key.toString('base64')}`,
};

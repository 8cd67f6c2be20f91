import { timingSafeEqual } from 'node:crypto';
import type { DataKey } from './data-keys';
import { hmacSm3, sm4CbcDecrypt, sm4CbcEncrypt } from './sm';

/** Where a sealed value stands. It opens there and nowhere else. */
export interface SealLabel {
  /** What the row is about, e.g. `person`. Stable: renaming a table changes no label. */
  readonly subject: string;
  readonly field: string;
  /** The row's id, made before the insert. */
  readonly row: string;
}

/** What was to be opened is not what was sealed there, or its key is not in use any more. Says nothing of its content. */
export class SealBroken extends Error {
  constructor(why: 'format' | 'unknown key' | 'authentication' | 'filed under another') {
    super(`a sealed value does not open: ${why}`);
    this.name = 'SealBroken';
  }
}

const VERSION = 1;
const IV_BYTES = 16;
const MAC_BYTES = 32;
/** Version and key: enough to tell which key sealed something. */
export const SEAL_HEAD_BYTES = 3;
const SMALLEST = SEAL_HEAD_BYTES + IV_BYTES + 16 + MAC_BYTES;

/**
 * `version(1) | key id(2) | iv(16) | SM4-CBC ciphertext | HMAC-SM3(32)`, encrypt-then-MAC. The MAC covers the label and
 * everything before itself, so a value moved to another row, field or subject is refused like a changed one.
 */
export function sealEnvelope(key: DataKey, label: SealLabel, plain: Buffer, iv: Buffer): Buffer {
  const head = Buffer.alloc(SEAL_HEAD_BYTES);
  head.writeUInt8(VERSION, 0);
  head.writeUInt16BE(key.id, 1);
  const body = Buffer.concat([head, iv, sm4CbcEncrypt(encryptionKey(key), iv, plain)]);
  return Buffer.concat([body, macOf(key, label, body)]);
}

/** @throws SealBroken. The MAC is compared in constant time, before anything is decrypted. */
export function openEnvelope(keys: readonly DataKey[], label: SealLabel, sealed: Buffer): Buffer {
  if (sealed.length < SMALLEST || sealed.readUInt8(0) !== VERSION) throw new SealBroken('format');
  const key = keys.find(({ id }) => id === sealedUnder(sealed));
  if (!key) throw new SealBroken('unknown key');
  const body = sealed.subarray(0, -MAC_BYTES);
  if (!timingSafeEqual(sealed.subarray(-MAC_BYTES), macOf(key, label, body))) throw new SealBroken('authentication');
  const iv = body.subarray(SEAL_HEAD_BYTES, SEAL_HEAD_BYTES + IV_BYTES);
  return sm4CbcDecrypt(encryptionKey(key), iv, body.subarray(SEAL_HEAD_BYTES + IV_BYTES));
}

/** The id of the key that sealed it. */
export function sealedUnder(sealed: Buffer): number {
  return sealed.readUInt16BE(1);
}

function encryptionKey({ secret }: DataKey): Buffer {
  return hmacSm3(secret, 'jinmen seal: encryption').subarray(0, 16);
}

function macOf({ secret }: DataKey, { subject, field, row }: SealLabel, body: Buffer): Buffer {
  if (`${subject}${field}${row}`.includes('|')) throw new TypeError('a label may not contain "|"');
  return hmacSm3(hmacSm3(secret, 'jinmen seal: authentication'), `${subject}|${field}|${row}|`, body);
}

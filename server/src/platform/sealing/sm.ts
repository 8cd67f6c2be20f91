import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto';

/** The national algorithms, as OpenSSL has them. Names are fixed here: a library that guesses a mode may fall to ECB. */

/** SM3 (GB/T 32905). */
export function sm3(...parts: readonly (Buffer | string)[]): Buffer {
  const hash = createHash('sm3');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** HMAC with SM3, 32 bytes. */
export function hmacSm3(key: Buffer, ...parts: readonly (Buffer | string)[]): Buffer {
  const hmac = createHmac('sm3', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/** SM4 (GB/T 32907) in CBC with PKCS#7 padding; a key and an iv of 16 bytes. */
export function sm4CbcEncrypt(key: Buffer, iv: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv('sm4-cbc', key, iv);
  return Buffer.concat([cipher.update(plain), cipher.final()]);
}

/** @throws Error when the padding is wrong; so authenticate before. */
export function sm4CbcDecrypt(key: Buffer, iv: Buffer, encrypted: Buffer): Buffer {
  const decipher = createDecipheriv('sm4-cbc', key, iv);
  return Buffer.concat([decipher.update(encrypted), decipher.final()]);
}

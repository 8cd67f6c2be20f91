import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSignedBy, type SignedParts, signatureOf } from './signing';

const example = JSON.parse(
  readFileSync(join(__dirname, '../../../../docs/bureaus/signature-example.json'), 'utf8'),
) as { key: string; method: string; path: string; headers: Record<string, string>; body: string };
const key = Buffer.from(example.key.split(':')[1] ?? '', 'base64');
const parts: SignedParts = {
  method: example.method,
  pathWithQuery: example.path,
  keyId: example.headers['Key-Id'] ?? '',
  timestamp: example.headers.Timestamp ?? '',
  nonce: example.headers.Nonce ?? '',
  eventId: example.headers['Event-Id'] ?? '',
  body: example.body,
};
const right = example.headers.Signature ?? '';

describe('a signature', () => {
  it('is the one in the bureaus’ document', () => {
    expect(signatureOf(key, parts)).toBe(right);
    expect(isSignedBy(key, parts, right)).toBe(true);
  });

  it.each(Object.keys(parts) as (keyof SignedParts)[])('covers %s', (part) => {
    expect(isSignedBy(key, { ...parts, [part]: `${parts[part]}1` }, right)).toBe(false);
  });

  it.each(['', right.slice(0, -1), `${right}0`, right.toUpperCase(), '签名'])('is not %p', (given) => {
    expect(isSignedBy(key, parts, given)).toBe(false);
  });

  it('is another one under another key', () => {
    expect(isSignedBy(Buffer.alloc(32, 7), parts, right)).toBe(false);
  });
});

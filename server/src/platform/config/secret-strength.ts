/** Of 32 random bytes fewer than 18 are different once in more than 10¹² keys; the same of their steps. */
const SHARE = 9 / 16;

/**
 * Whether these bytes could have come from a generator: not one byte over and over, not a text somebody typed, not
 * counted up. No proof; it keeps examples, defaults and placeholders out.
 */
export function looksRandom(bytes: Buffer): boolean {
  const atLeast = bytes.length * SHARE;
  const steps = bytes.map((byte, at) => byte - (bytes[at - 1] ?? 0)).subarray(1);
  const isTyped = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  return !isTyped && new Set(bytes).size >= atLeast && new Set(steps).size >= atLeast;
}

export const PASSWORD_LENGTH = 16;

/** Words of examples and of first installations. */
const KNOWN = /pass?word|change-?me|secret|example|default|12345|qwert|jinmen/;

/** Whether the password in this address is long, not one sign over and over, and neither its user's name nor an example's. */
export function hasStrongPassword({ username, password }: URL): boolean {
  const plain = password.toLowerCase();
  if (plain.length < PASSWORD_LENGTH || new Set(plain).size < PASSWORD_LENGTH / 2) return false;
  return !KNOWN.test(plain) && (username === '' || !plain.includes(username.toLowerCase()));
}

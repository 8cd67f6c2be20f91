/**
 * The phone's disk: the browser's localStorage, so that it outlives a restart of the app but not the host. A browser
 * counts two bytes for each letter of its ten megabytes; once they are full, every text is packed two bytes to a letter.
 */
const PREFIX = 'wx:';
/** No text of the app begins with it: they are JSON. */
const PACKED = '\u0001';

export function keysOnDisk(): string[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length));
}

export function textOnDisk(key: string): string | null {
  const kept = localStorage.getItem(PREFIX + key);
  return kept?.startsWith(PACKED) ? unpack(kept.slice(PACKED.length)) : kept;
}

/** Throws when the disk is full. */
export function putOnDisk(key: string, text: string): void {
  sizes.set(key, bytesOf(text));
  try {
    localStorage.setItem(PREFIX + key, text);
  } catch {
    for (const each of keysOnDisk()) {
      const kept = localStorage.getItem(PREFIX + each) ?? '';
      if (each !== key && !kept.startsWith(PACKED)) localStorage.setItem(PREFIX + each, PACKED + pack(kept));
    }
    localStorage.setItem(PREFIX + key, PACKED + pack(text));
  }
}

/** Bytes of everything but one key. */
export function bytesOnDisk(exceptKey?: string): number {
  const others = keysOnDisk().filter((key) => key !== exceptKey);
  return others.reduce((sum, key) => sum + sizeOf(key), 0);
}

/** As far as they were asked for: reading ten megabytes again at each write is slow. */
const sizes = new Map<string, number>();

function sizeOf(key: string): number {
  const known = sizes.get(key) ?? bytesOf(textOnDisk(key) ?? '');
  sizes.set(key, known);
  return known;
}

export function removeFromDisk(key: string): void {
  localStorage.removeItem(PREFIX + key);
}

/** Everything, by the names the browser has it under. */
export function wholeDisk(): Record<string, string> {
  return Object.fromEntries(keysOnDisk().map((key) => [PREFIX + key, textOnDisk(key) ?? '']));
}

export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** UTF-8, two bytes to a letter; the first letter tells whether the last one holds but one. */
function pack(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const odd = bytes.length % 2;
  const padded = new Uint8Array(bytes.length + odd);
  padded.set(bytes);
  return String(odd) + lettersOf(new Uint16Array(padded.buffer));
}

function unpack(packed: string): string {
  const odd = Number(packed[0]);
  const units = Uint16Array.from({ length: packed.length - 1 }, (_, index) => packed.charCodeAt(index + 1));
  return new TextDecoder().decode(new Uint8Array(units.buffer, 0, units.byteLength - odd));
}

/** A function takes only so many arguments. */
const LETTERS_AT_ONCE = 8192;

function lettersOf(units: Uint16Array): string {
  let letters = '';
  for (let at = 0; at < units.length; at += LETTERS_AT_ONCE) {
    letters += String.fromCharCode(...units.subarray(at, at + LETTERS_AT_ONCE));
  }
  return letters;
}

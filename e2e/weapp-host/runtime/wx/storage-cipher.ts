/**
 * What WeChat's `encrypt: true` does to a value on its way to the disk: AES-128, so that the text on the disk tells
 * nothing. Where WeChat keeps its key is not public; the host's is fixed, as its disk ends with it.
 */
const KEY_BYTES = new TextEncoder().encode('headless host 16');
const IV_BYTES = 16;

let imported: Promise<CryptoKey> | undefined;

function key(): Promise<CryptoKey> {
  imported ??= crypto.subtle.importKey('raw', KEY_BYTES, 'AES-CBC', false, ['encrypt', 'decrypt']);
  return imported;
}

/** The text encrypted, in letters that can be kept. */
export async function encryptText(text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const data = await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, await key(), new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...iv, ...new Uint8Array(data)));
}

/** Rejects when the letters are not what `encryptText` made. */
export async function decryptText(letters: string): Promise<string> {
  const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  const iv = bytes.slice(0, IV_BYTES);
  const plain = await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, await key(), bytes.slice(IV_BYTES));
  return new TextDecoder().decode(plain);
}

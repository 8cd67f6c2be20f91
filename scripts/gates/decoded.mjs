/**
 * A text, and what it says to whoever decodes its parts: URL-encoding, escapes of JavaScript, hexadecimal, base64 of either
 * alphabet, and UTF-16, whose Latin letters stand apart by zeros.
 */
export function decodedTexts(text) {
  const escapes = text.replace(/\\u\{?([0-9a-fA-F]{4,6})\}?|\\x([0-9a-fA-F]{2})/g, (_, long, short) =>
    sign(long ?? short),
  );
  const url = text.replace(/%([0-9a-fA-F]{2})/g, (_, digits) => sign(digits));
  const hex = runs(text, /(?<![0-9a-zA-Z])(?:[0-9a-fA-F]{2}){11,}(?![0-9a-zA-Z])/g, 'hex');
  const base64 = runs(text, /(?<![\w+/-])[\w+/-]{14,}={0,2}(?![\w+/-])/g, 'base64');
  return [...new Set([text, escapes, url, ...[...hex, ...base64, text].map((each) => each.replaceAll('\0', ''))])];
}

/** Each run by itself: what stands beside it decodes to something else. Only what is a text then. */
function runs(text, pattern, encoding) {
  return [...text.matchAll(pattern)]
    .map(([run]) => Buffer.from(run, encoding).toString('latin1'))
    .filter((plain) => /[\d\0]{11}/.test(plain));
}

const sign = (hexadecimal) => String.fromCodePoint(Math.min(Number.parseInt(hexadecimal, 16), 0x10ffff));

const KINDS = [
  [/-----BEGIN [A-Z ]*(PRIVATE KEY|CERTIFICATE)-----/, 'the header of a key'],
  [/\bAKID[0-9A-Za-z]{13,40}\b/, 'a key of Tencent Cloud'],
  [/\b(AKIA|ASIA)[0-9A-Z]{16}\b/, 'a key of AWS'],
  [/\bLTAI[0-9A-Za-z]{12,24}\b/, 'a key of Alibaba Cloud'],
  [/\bgh[pousr]_[0-9A-Za-z]{30,}\b|\bxox[abp]-[\w-]{10,}/, 'a token'],
  [/\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/, 'a signed token'],
  [/\b\w+:\/\/[^\s/:@"'`]+:[^\s/@"'`]{3,}@/, 'an address with a password in it'],
  [
    /\b(app_?secret|secret_?key|private_?key|api_?key|password)["']?\s*[:=]\s*["'](?!\{\{)[^"']{8,}["']/i,
    'a value called a secret',
  ],
  [/\b\w+:[A-Za-z0-9+/]{43}=(?![\w+/=])/, 'a key of a bureau (32 random bytes in base64)'],
];

const LITERAL = /(["'`])([A-Za-z0-9+/=_-]{20,})\1/g;
/** Bits a character: words and camelCase stay below 4, 32 random letters and digits come to 4.4 and more. */
const RANDOM_TEXT = 4.25;
const RANDOM_HEX = 3.4;

/** Texts that look random and are none. */
const HARMLESS = [/^ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789[+/=]*$/];

/**
 * One sentence for each thing in a file that looks like a secret. `ours` are values of this machine's environment that
 * must never be built in, by name: `{NAME: value}`. What is found is never printed whole.
 */
export function secretProblems(file, text, ours = {}) {
  const kinds = KINDS.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${file} holds ${what}`);
  const built = Object.entries(ours)
    .filter(([, value]) => waysToWrite(value).some((written) => text.includes(written)))
    .map(([name]) => `${file} holds the value of ${name}`);
  const random = [...text.matchAll(LITERAL)]
    .map(([, , literal]) => literal)
    .filter(looksRandom)
    .map((literal) => `${file} holds a text that looks random: ${literal.slice(0, 6)}… (${literal.length} characters)`);
  return [...kinds, ...built, ...new Set(random)];
}

/** As it is, and as somebody would hide it from a search. */
function waysToWrite(value) {
  const bytes = Buffer.from(value);
  const base64 = bytes.toString('base64').replace(/=+$/, '');
  return [value, encodeURIComponent(value), bytes.toString('hex'), base64, [...value].join('\0')];
}

/** What a shell or an .env file calls a secret, long enough not to be found by accident. */
export function secretValues(env) {
  const isSecret = ([name, value]) =>
    /SECRET|TOKEN|PASSWORD|PRIVATE|(^|_)KEYS?(_|$)/.test(name) && !/_(FILE|PATH|DIR)$/.test(name) && value.length >= 8;
  return Object.fromEntries(Object.entries(env).filter(isSecret));
}

function looksRandom(text) {
  if (HARMLESS.some((pattern) => pattern.test(text))) return false;
  if (/^[0-9a-f]{32,}$/i.test(text)) return entropyOf(text) > RANDOM_HEX;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(text)).length;
  return kinds === 3 && entropyOf(text) > (text.length < 32 ? RANDOM_TEXT - 0.25 : RANDOM_TEXT);
}

function entropyOf(text) {
  const counts = new Map();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts.values()].reduce((sum, n) => sum - (n / text.length) * Math.log2(n / text.length), 0);
}

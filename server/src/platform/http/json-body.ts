import type { FastifyInstance } from 'fastify';
import { problems } from './problem';

export const MAX_BODY_BYTES = 256 * 1024;
export const MAX_DEPTH = 32;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = new Set([0x5b, 0x7b]);
const CLOSE = new Set([0x5d, 0x7d]);

/**
 * Names an object has without being given them: `__proto__` would change what it is, and `constructor` is overlooked by
 * the library that makes our DTOs of it, so that neither would be refused as the unknown field it is.
 */
const BUILT_IN = new Set(['__proto__', 'constructor']);
/** Text that may hold such a key, written out or escaped; only then is the slower, checking parse paid for. */
const SUSPICIOUS = /"__proto__"|"constructor"|\\u/;

/**
 * Of a route (`@RouteConfig(RAW_BODY)`): its body arrives as the bytes that were sent, because a signature covers these
 * and not what can be read from them.
 */
export const RAW_BODY = { rawBody: true } as const;

/**
 * Takes over JSON bodies from Fastify: depth is counted in the raw bytes, before anything that walks a value by
 * recursion could run out of stack. No bytes at all are no body, whatever they are called: WeChat names JSON by default,
 * also on a request that has nothing to say.
 */
export function acceptJsonBodies(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      done(null, isRaw(request.routeOptions.config) ? body : jsonBody(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
}

function isRaw(config: object): boolean {
  return 'rawBody' in config && config.rawBody === true;
}

function jsonBody(body: Buffer): unknown {
  return body.length === 0 ? undefined : parseJson(body);
}

/**
 * The value in the bytes.
 * @throws Problem `request.too-deep`, or `request.malformed-json` (which includes keys of the names in `BUILT_IN`).
 */
export function parseJson(body: Buffer): unknown {
  if (deeperThan(MAX_DEPTH, body)) throw problems.tooDeep();
  const text = body.toString('utf8');
  try {
    return SUSPICIOUS.test(text) ? JSON.parse(text, refuseBuiltIn) : JSON.parse(text);
  } catch {
    throw problems.malformedJson();
  }
}

/** Whether brackets nest deeper than `limit`. Counts bytes outside strings; needs no valid JSON and no recursion. */
export function deeperThan(limit: number, body: Buffer): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    if (inString) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (OPEN.has(byte)) {
      depth += 1;
      if (depth > limit) return true;
    } else if (CLOSE.has(byte)) depth -= 1;
  }
  return false;
}

function refuseBuiltIn(key: string, value: unknown): unknown {
  if (BUILT_IN.has(key)) throw new SyntaxError('a key every object has');
  return value;
}

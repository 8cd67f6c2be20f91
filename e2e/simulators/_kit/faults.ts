import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { toGbk } from './gbk';
import { type Answer, send, statusOf } from './http-answer';

/** Before anything happens: no effect. */
const BEFORE = ['latency', 'reset', 'black-hole', 'error-500', 'error-in-200'] as const;
/** The effect is done, and its answer spoiled. */
const AFTER = ['cut-reply', 'half-json', 'gbk', 'slow-drip', 'accepted-202'] as const;

/** `dead` closes the listening socket; `latency` only delays. */
export const FAULTS = [...BEFORE, ...AFTER, 'dead'] as const;

export type FaultKind = (typeof FAULTS)[number];

export interface Fault {
  readonly fault: FaultKind;
  /** How many requests it meets; absent: until it is taken back. */
  readonly count?: number;
  /** Of `latency`, default 3000; of `dead`, when it comes back by itself. */
  readonly ms?: number;
  /** It meets only requests to this path; with a `/` at its end, to all below. */
  readonly path?: string;
  /** It meets a key once: what is brought again under it passes. */
  readonly oncePerKey?: boolean;
}

/** How one bureau says that something is wrong, and that it will answer later. */
export interface FaultWords {
  readonly error500: Answer;
  readonly errorIn200: Answer;
  readonly accepted202: Answer;
}

const DEFAULT_LATENCY_MS = 3_000;
const DRIP_MS = 300;

/** The faults one bureau suffers, first come first served. */
export class FaultLine {
  private waiting: { readonly fault: Fault; left: number; readonly met: Set<string> }[] = [];

  add(fault: Fault): void {
    this.waiting.push({ fault, left: fault.count ?? Number.POSITIVE_INFINITY, met: new Set() });
  }

  clear(): void {
    this.waiting = [];
  }

  list(): readonly Fault[] {
    return this.waiting.map(({ fault, left }) => (Number.isFinite(left) ? { ...fault, count: left } : fault));
  }

  /** The fault that a request meets. */
  take(path: string, key: string): Fault | undefined {
    const next = this.waiting.find(({ fault, met }) => isAt(path, fault) && !(fault.oncePerKey && met.has(key)));
    if (!next) return undefined;
    next.met.add(key);
    next.left -= 1;
    if (next.left <= 0) this.waiting = this.waiting.filter((each) => each !== next);
    return next.fault;
  }
}

function isAt(path: string, { path: wanted }: Fault): boolean {
  return wanted === undefined || path === wanted || (wanted.endsWith('/') && path.startsWith(wanted));
}

/** True when the fault has dealt with the request and its route must not run. */
export async function meetsFaultBefore(
  fault: Fault | undefined,
  response: ServerResponse,
  words: FaultWords,
): Promise<boolean> {
  switch (fault?.fault) {
    case 'latency':
      await wait(fault.ms ?? DEFAULT_LATENCY_MS);
      return false;
    case 'reset':
      response.socket?.resetAndDestroy();
      return true;
    case 'black-hole':
      return true;
    case 'error-500':
      send(response, words.error500);
      return true;
    case 'error-in-200':
      send(response, words.errorIn200);
      return true;
    default:
      return false;
  }
}

/** Sends the answer, or what the fault makes of it. Tells the status that left the house. */
export function sendThrough(
  fault: Fault | undefined,
  response: ServerResponse,
  answer: Answer,
  words: FaultWords,
): number | 'none' {
  switch (fault?.fault) {
    case 'cut-reply':
      response.socket?.destroy();
      return 'none';
    case 'half-json':
      return sendBytes(response, answer, (text) => Buffer.from(text.slice(0, Math.ceil(text.length / 2))), 'utf-8');
    case 'gbk':
      return sendBytes(response, answer, toGbk, 'GBK');
    case 'slow-drip':
      drip(response, answer);
      return statusOf(answer);
    case 'accepted-202':
      send(response, statusOf(answer) === 200 ? words.accepted202 : answer);
      return response.statusCode;
    default:
      send(response, answer);
      return response.statusCode;
  }
}

/** The head at once, the body a byte at a time: nothing ever looks idle, and nothing comes to an end. */
function drip(response: ServerResponse, answer: Answer): void {
  const bytes = Buffer.from('json' in answer ? JSON.stringify(answer.json) : '');
  response.writeHead(statusOf(answer), {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
  });
  let at = 0;
  const timer = setInterval(() => {
    if (at >= bytes.length || response.destroyed) {
      clearInterval(timer);
      response.end();
    } else {
      response.write(bytes.subarray(at, at + 1));
      at += 1;
    }
  }, DRIP_MS);
  timer.unref();
}

function sendBytes(
  response: ServerResponse,
  answer: Answer,
  encode: (text: string) => Buffer,
  charset: string,
): number {
  const text = 'json' in answer ? JSON.stringify(answer.json) : '';
  response.statusCode = statusOf(answer);
  response.setHeader('content-type', `application/json; charset=${charset}`);
  response.end(encode(text));
  return response.statusCode;
}

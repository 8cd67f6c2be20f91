import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { embeddedDatabase } from '../database';
import { startServer, type TestServer } from '../server';

/** What a slow one says first; after it a byte now and then. */
const BEGINNINGS = {
  'in the head': 'GET /healthz HTTP/1.1\r\nhost: x\r\nx-slow: ',
  'in the body':
    'POST /api/v1/sessions/wechat HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{"code":"',
} as const;
const DRIP_EVERY_MS = 1000;
const ASKED_EVERY_MS = 20;

export interface SlowReport {
  readonly slow: number;
  /** Of the slow ones, those the server had not ended when the time was over. */
  readonly left: number;
  /** When the last of them was ended. */
  readonly lastEndedMs: number;
  readonly othersRefused: readonly string[];
  readonly p99AloneMs: number;
  readonly p99BesideMs: number;
}

interface Wish {
  readonly slow: number;
  /** How long the server may take to be rid of all of them. */
  readonly withinMs: number;
  /** The server gives everybody all the time in the world. */
  readonly planted: boolean;
}

/** Opens many connections that never finish what they say, and asks beside them as everybody does (security.md T14). */
export async function slowSockets({ slow, withinMs, planted }: Wish): Promise<SlowReport> {
  const server = await startServer({}, embeddedDatabase());
  if (planted) Object.assign(server.app.getHttpServer(), { headersTimeout: 0, requestTimeout: 0 });
  const sockets: Socket[] = [];
  try {
    const alone = await askedFor(server, () => false, 5000);
    const began = performance.now();
    let [ended, lastEndedMs] = [0, 0];
    const { port, hostname } = new URL(server.url);
    for (let opened = 0; opened < slow; opened += 1) {
      const socket = connect(Number(port), hostname);
      const beginning = opened % 5 === 0 ? BEGINNINGS['in the body'] : BEGINNINGS['in the head'];
      socket
        .on('error', () => undefined)
        .once('close', () => {
          ended += 1;
          lastEndedMs = performance.now() - began;
        });
      // what is answered must be read, or the end is never seen
      socket.resume().write(beginning);
      sockets.push(socket);
    }
    const drip = setInterval(() => {
      for (const socket of sockets) if (socket.writable) socket.write('x');
    }, DRIP_EVERY_MS);
    const beside = await askedFor(server, () => ended === slow, withinMs);
    clearInterval(drip);
    return {
      slow,
      left: slow - ended,
      lastEndedMs,
      othersRefused: [...alone.refused, ...beside.refused],
      p99AloneMs: alone.p99Ms,
      p99BesideMs: beside.p99Ms,
    };
  } finally {
    for (const socket of sockets) socket.destroy();
    await server.end();
  }
}

/** Somebody else asks, again and again, until it is over. */
async function askedFor(server: TestServer, isOver: () => boolean, mostMs: number) {
  const took: number[] = [];
  const refused: string[] = [];
  const until = performance.now() + mostMs;
  while (!isOver() && performance.now() < until) {
    const began = performance.now();
    const answer = await server.get('/api/v1/places').catch((error: unknown) => error);
    took.push(performance.now() - began);
    if (!(answer instanceof Response)) refused.push(String(answer));
    else if (answer.status !== 200) refused.push(`status ${answer.status}`);
    else await answer.arrayBuffer();
    await pause(ASKED_EVERY_MS);
  }
  took.sort((left, right) => left - right);
  return { p99Ms: took[Math.floor(took.length * 0.99)] ?? 0, refused };
}

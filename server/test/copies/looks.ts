import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import type { MeView, SessionView } from '@jinmen/shared/residents/views';
import { photoOfPaper } from '../hostile-files';
import type { TestRedis } from '../redis';
import { answered, send } from '../resident';
import { until } from '../until';
import type { Copies } from './copies';

/** One promise: what was seen, and whether it is what was promised. */
export interface Look {
  readonly promise: string;
  readonly seen: string;
  readonly kept: boolean;
}

/** Where the copies are reached, and what the proxy wrote. */
export interface Door {
  readonly url: string;
  readonly log: string;
  /** What it found wrong with requests. */
  readonly errors: string;
}

export const SIGN_INS = 40;
export const APP = '<!doctype html><title>津门民政</title>';

/** Where they signed in: by the proxy, so at any of them. */
async function signIn({ url }: Door, who = `copies-${randomUUID()}`): Promise<string> {
  const reply = await send({ url }, 'POST', '/api/v1/sessions/wechat', { code: `${who}/${randomUUID()}` });
  return answered<SessionView>(reply).accessToken;
}

/** Signed in by one, known to all, at once. */
export async function oneSession(proxy: Door, copies: Copies): Promise<Look> {
  const authorization = `Bearer ${await signIn(proxy)}`;
  const at = [...copies.urls, ...copies.urls, proxy.url, proxy.url, proxy.url];
  const all = await Promise.all(at.map((url) => send({ url }, 'GET', '/api/v1/me', undefined, { authorization })));
  const known = new Set(all.map((reply) => (reply.status === 200 ? answered<MeView>(reply).accountId : reply.status)));
  const kept = known.size === 1 && all.every(({ status }) => status === 200);
  return {
    promise: 'signed in at one copy, known at every one',
    seen: `${all.length} answers, ${known.size} account`,
    kept,
  };
}

/** What somebody sends at one is what they read at another. */
export async function oneFile(proxy: Door, copies: Copies): Promise<Look> {
  const headers = { authorization: `Bearer ${await signIn(proxy)}`, 'idempotency-key': randomUUID() };
  const body = { programmes: ['minimum-living-allowance'] };
  const { id } = answered<ApplicationView>(await send(proxy, 'POST', '/api/v1/relief/applications', body, headers));
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(await photoOfPaper())]), 'x.jpg');
  const path = `/api/v1/relief/applications/${id}/materials/identity-card`;
  const put = await fetch(`${copies.urls[0]}${path}`, { method: 'PUT', headers, body: form });
  const reads = await Promise.all(
    copies.urls.map(async (url) => {
      const reply = await fetch(`${url}${path}`, { headers });
      return `${reply.status}:${(await reply.arrayBuffer()).byteLength}`;
    }),
  );
  const kept = put.status === 200 && new Set(reads).size === 1 && (reads[0] ?? '').startsWith('200:');
  return { promise: 'a photo sent at one copy is read at every one', seen: `${put.status}; ${reads.join(' ')}`, kept };
}

/** A thousand networks, as somebody says of themselves. */
export async function oneNetwork({ url }: Door, before: number): Promise<Look> {
  let answeredOnes = 0;
  for (let round = 0; round < 50; round += 1) {
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, time) =>
        send(
          { url },
          'POST',
          '/api/v1/sessions/wechat',
          { code: 'x' },
          { 'x-forwarded-for': `198.51.${round}.${time}` },
        ),
      ),
    );
    answeredOnes += replies.filter(({ status }) => status !== 429).length;
  }
  const seen = `${answeredOnes} of 1000 let in, ${before} before; the limit is ${SIGN_INS}`;
  return { promise: 'a thousand forged headers are one network', seen, kept: answeredOnes === SIGN_INS - before };
}

/** Redis is killed after half of it. */
export async function oneLimit({ url }: Door, redis: TestRedis): Promise<Look> {
  const tries = async (times: number) => {
    const one = () =>
      send({ url }, 'POST', '/api/v1/staff/sessions', { staffNumber: `N${randomUUID().slice(0, 6)}`, code: '000000' });
    return (await Promise.all(Array.from({ length: times }, one))).map(({ status }) => status);
  };
  const first = await tries(SIGN_INS / 2);
  await redis.kill();
  const rest: number[] = [];
  // several at a time: some are asked while it dies, all copies take part
  for (let round = 0; round < 8; round += 1) {
    rest.push(...(await tries(SIGN_INS / 4)));
    await pause(100);
  }
  const all = [...first, ...rest];
  const letIn = all.filter((status) => status !== 429).length;
  // the identity bureau is not connected here: whoever is let in is told so, in words
  const failed = all.filter((status) => status >= 500 && status !== 503).length;
  const seen = `${letIn} of ${all.length} let in, ${failed} failed; the limit is ${SIGN_INS}`;
  return {
    promise: 'Redis killed in the middle: the limit holds, nothing fails',
    seen,
    kept: letIn === SIGN_INS && failed === 0,
  };
}

/** The number a resident reads out leads to both lines. */
export async function oneNumber({ url, log }: Door, copies: Copies): Promise<Look> {
  const id = randomUUID();
  const reply = await fetch(`${url}/api/v1/me?name=nobody`, { headers: { 'x-request-id': id } });
  const { traceId } = (await reply.json()) as { readonly traceId?: string };
  const lines = () => [readFileSync(log, 'utf8'), copies.logs].map((text) => text.includes(id));
  await until(() => {
    if (!lines().every(Boolean)) throw new Error('not written yet');
  }, 5000).catch(() => undefined);
  const clean = !readFileSync(log, 'utf8').includes('nobody');
  const seen = `answer ${traceId === id}, proxy and copy ${lines().join(' ')}, no query ${clean}`;
  return {
    promise: 'one number in the answer and in both logs',
    seen,
    kept: traceId === id && lines().every(Boolean) && clean,
  };
}

export async function oneApp({ url }: Door, copies: Copies): Promise<Look> {
  const from = [...copies.urls, url, url, url];
  const texts = await Promise.all(from.map(async (each) => (await fetch(`${each}/`)).text()));
  const same = texts.filter((text) => text === APP).length;
  return {
    promise: 'the app is the same from every copy',
    seen: `${same} of ${texts.length}`,
    kept: same === texts.length,
  };
}

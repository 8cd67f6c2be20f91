import { type ProblemReply, type Reply, request } from './http';
import { newKey } from './keys';
import { isOnline } from './network';
import { isRecord, textOf } from './shape';
import { vault } from './vault';

/** Something a resident means to do once, e.g. hand in one application. */
export interface Intention {
  /** What it is, the same for every tap that means the same: `submission-<application id>`. */
  readonly name: string;
  readonly path: string;
  readonly body?: object;
}

export type SentOnce<T> =
  | { readonly kind: 'sent'; readonly data: T }
  /**
   * Not known to have arrived, and kept on the phone with its key; another tap sends the same again. With
   * `perhapsSent` it left this phone and no answer came: it may be there already, and sending it again does it no twice.
   */
  | { readonly kind: 'kept'; readonly perhapsSent: boolean }
  | { readonly kind: 'signed-out' }
  | ProblemReply;

interface Kept {
  readonly key: string;
  /** The request as it was: under the same key only the same may be sent. */
  readonly request: string;
  readonly perhapsSent: boolean;
}

const PAUSES_MS = [500, 1_500, 4_000];
const IN_FLIGHT = 'idempotency.in-flight';

const intentionKey = (name: string) => `intention-${name}`;

/**
 * Sends a POST that must have its effect once. The key is kept on the phone before the first byte leaves, so that a tap
 * after a cut, a killed app or a night without network is the same intention to the server. Without a network nothing
 * is sent and nothing is claimed.
 */
export async function sendOnce<T>(intention: Intention): Promise<SentOnce<T>> {
  const kept = await keptOrNew(intention);
  if (!(await isOnline())) return keep(intention, kept);
  const trying = { ...kept, perhapsSent: true };
  await vault().seal(intentionKey(intention.name), trying);
  const reply = await untilDefinite<T>({ ...intention, key: kept.key });
  switch (reply.kind) {
    case 'ok':
      await forgetIntention(intention.name);
      return { kind: 'sent', data: reply.data };
    case 'offline':
    case 'not-modified':
      return keep(intention, trying);
    case 'signed-out':
      return reply;
    case 'problem':
      if (isDefinite(reply)) await forgetIntention(intention.name);
      return reply;
  }
}

/** Whether such an intention waits on this phone for another tap. */
export async function keptIntention(name: string): Promise<{ readonly perhapsSent: boolean } | undefined> {
  const kept = await readKept(name);
  return kept && { perhapsSent: kept.perhapsSent };
}

/** Lets go of it, e.g. when the application was seen to have arrived, or at sign-out. */
export function forgetIntention(name: string): Promise<boolean> {
  return vault().destroy(intentionKey(name));
}

async function keptOrNew({ name, path, body }: Intention): Promise<Kept> {
  const wanted = JSON.stringify([path, body]);
  const kept = await readKept(name);
  return kept?.request === wanted ? kept : { key: newKey(), request: wanted, perhapsSent: false };
}

async function readKept(name: string): Promise<Kept | undefined> {
  const found = await vault().unseal(intentionKey(name));
  if (found.kind !== 'opened' || !isRecord(found.value)) return undefined;
  const key = textOf(found.value.key);
  const wanted = textOf(found.value.request);
  return key && wanted ? { key, request: wanted, perhapsSent: found.value.perhapsSent === true } : undefined;
}

async function keep<T>({ name }: Intention, kept: Kept): Promise<SentOnce<T>> {
  await vault().seal(intentionKey(name), kept);
  return { kind: 'kept', perhapsSent: kept.perhapsSent };
}

/** Tries again, a few times, while nobody can say whether it arrived. */
async function untilDefinite<T>({ path, body, key }: Intention & { key: string }): Promise<Reply<T>> {
  const attempt = () => request<T>({ method: 'POST', path, body, key, session: 'required' });
  let reply = await attempt();
  for (const pauseMs of PAUSES_MS) {
    if (isDefinite(reply)) break;
    const askedS = reply.kind === 'problem' ? (reply.retryAfterS ?? 0) : 0;
    await new Promise((resolve) => setTimeout(resolve, Math.max(pauseMs, askedS * 1000)));
    reply = await attempt();
  }
  return reply;
}

/** A fault of the server or of a proxy before it, and a twin still under way, leave open whether it was done. */
function isDefinite(reply: Reply<unknown>): boolean {
  if (reply.kind === 'offline') return false;
  return reply.kind !== 'problem' || (reply.status < 500 && reply.code !== IN_FLIGHT);
}

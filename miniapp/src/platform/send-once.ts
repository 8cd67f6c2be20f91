import { sealedRecord } from '../state/sealed-record';
import { type ProblemReply, type Reply, request } from './http';
import { newKey } from './keys';
import { isOnline } from './network';
import { isRecord, textOf } from './shape';

/** Something a resident means to do once, e.g. hand in one application. */
export interface Intention {
  /** What it is, the same for every tap that means the same: `submission-<application id>`. */
  readonly name: string;
  readonly path: string;
  readonly body?: object;
  /** POST, unless it says otherwise. */
  readonly method?: 'DELETE';
  /** `optional`: also without anyone signed in. */
  readonly session?: 'optional';
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

/** The name under which the vault holds them. */
export const INTENTIONS_KEY = 'intentions';

type AllKept = Readonly<Record<string, Kept>>;

const allKept = sealedRecord<AllKept>(INTENTIONS_KEY, keptFrom);

/** Where the vault keeps nothing, a key lives as long as the app: two taps still are one intention. */
let inMemory: AllKept = {};

/** A second tap while the first is on its way waits for the same answer. */
const underway = new Map<string, Promise<SentOnce<unknown>>>();

/**
 * Sends what must have its effect once. The key is kept on the phone before the first byte leaves, so that a tap
 * after a cut, a killed app or a night without network is the same intention to the server. Without a network nothing
 * is sent and nothing is claimed.
 */
export function sendOnce<T>(intention: Intention): Promise<SentOnce<T>> {
  const running = underway.get(intention.name);
  if (running) return running as Promise<SentOnce<T>>;
  const sending = send<T>(intention).finally(() => underway.delete(intention.name));
  underway.set(intention.name, sending);
  return sending;
}

async function send<T>(intention: Intention): Promise<SentOnce<T>> {
  const kept = await keptOrNew(intention);
  if (!(await isOnline())) return keep(intention, kept);
  const trying = { ...kept, perhapsSent: true };
  await keep(intention, trying);
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

/** Lets go of it, e.g. when the application was seen to have arrived. */
export async function forgetIntention(name: string): Promise<void> {
  inMemory = without(inMemory, name);
  await allKept.change((now) => without(now, name));
}

/** Lets go of all, for whoever signs out. */
export function forgetIntentions(): Promise<boolean> {
  inMemory = {};
  return allKept.destroy();
}

async function keptOrNew({ name, path, body }: Intention): Promise<Kept> {
  const wanted = JSON.stringify([path, body]);
  const kept = await readKept(name);
  return kept?.request === wanted ? kept : { key: newKey(), request: wanted, perhapsSent: false };
}

async function readKept(name: string): Promise<Kept | undefined> {
  return inMemory[name] ?? (await allKept.read())[name];
}

async function keep<T>({ name }: Intention, kept: Kept): Promise<SentOnce<T>> {
  inMemory = { ...inMemory, [name]: kept };
  await allKept.change((now) => ({ ...now, [name]: kept }));
  return { kind: 'kept', perhapsSent: kept.perhapsSent };
}

function without(all: AllKept, name: string): AllKept {
  const { [name]: _gone, ...others } = all;
  return others;
}

function keptFrom(stored: unknown): AllKept {
  const entries = Object.entries(isRecord(stored) ? stored : {}).flatMap(([name, each]) => {
    const kept = isRecord(each) ? each : {};
    const key = textOf(kept.key);
    const wanted = textOf(kept.request);
    return key && wanted ? [[name, { key, request: wanted, perhapsSent: kept.perhapsSent === true }]] : [];
  });
  return Object.fromEntries(entries);
}

/** Tries again, a few times, while nobody can say whether it arrived. */
async function untilDefinite<T>({ method, path, body, key, session }: Intention & { key: string }): Promise<Reply<T>> {
  const attempt = () => request<T>({ method: method ?? 'POST', path, body, key, session: session ?? 'required' });
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

import { platformWords } from '../copy/platform';
import { nowMs } from './clock';
import { type ProblemReply, type Reply, request } from './http';
import {
  forgetIntention,
  type Intention,
  type Kept,
  keepIntention,
  keptOrNew,
  timesLetGo,
  whenLetGo,
} from './intentions';
import { isOnline } from './network';
import { isBusy, ordinaryPatience, type Patience, type Told } from './patience';
import { sessionGeneration, vaultGeneration } from './session';

export type SentOnce<T> =
  | { readonly kind: 'sent'; readonly data: T }
  /**
   * Not known to have arrived, and kept on the phone with its key; another tap sends the same again. With
   * `perhapsSent` it left this phone and no answer came: it may be there already, and sending it again does it no twice.
   */
  | { readonly kind: 'kept'; readonly perhapsSent: boolean }
  | { readonly kind: 'signed-out' }
  /** Also of this phone's own: it was let go of here while it was tried. */
  | ProblemReply;

const IN_FLIGHT = 'idempotency.in-flight';

/** A second tap while the first is on its way waits for the same answer. */
const underway = new Map<string, Promise<SentOnce<unknown>>>();

/** Until when the server wants to be left alone with it; a tap before then waits for that moment too. */
const resting = new Map<string, { readonly untilMs: number; readonly reply: ProblemReply }>();

whenLetGo(() => {
  underway.clear();
  resting.clear();
});

/**
 * Sends what must have its effect once. The key is kept on the phone before the first byte leaves, so that a tap
 * after a cut, a killed app or a night without network is the same intention to the server. Without a network nothing
 * is sent and nothing is claimed.
 */
export function sendOnce<T>(intention: Intention, patience = ordinaryPatience()): Promise<SentOnce<T>> {
  const running = underway.get(intention.name);
  if (running) return running as Promise<SentOnce<T>>;
  const sending = send<T>(intention, patience).finally(() => {
    if (underway.get(intention.name) === sending) underway.delete(intention.name);
  });
  underway.set(intention.name, sending);
  return sending;
}

/** What is sent, for whom. */
interface Meant extends Intention {
  readonly isTheirs: () => boolean;
  /** What is told of it once it is not. */
  readonly over: (perhapsSent: boolean) => ProblemReply | { readonly kind: 'signed-out' };
}

/** Whoever signs in while it is on its way changes nothing of what needs nobody signed in. */
function meantNow(intention: Intention): Meant {
  const [letBefore, generation, vaults] = [timesLetGo(), sessionGeneration(), vaultGeneration()];
  const isSame = () =>
    vaults === vaultGeneration() && (intention.session === 'optional' || generation === sessionGeneration());
  return {
    ...intention,
    isTheirs: () => letBefore === timesLetGo() && isSame(),
    over: (perhapsSent) => (isSame() ? letGoOf(perhapsSent) : { kind: 'signed-out' }),
  };
}

/** They had this phone forget it (都删掉) while it was still being tried, and are who they were. */
function letGoOf(perhapsSent: boolean): ProblemReply {
  const words = perhapsSent ? platformWords.letGoPerhaps : platformWords.letGo;
  const nothing = { errors: [], traceId: undefined, retryAfterS: undefined, more: {} };
  return { kind: 'problem', status: 0, code: 'intention.let-go', words, ...nothing };
}

async function send<T>(wanted: Intention, patience: Patience): Promise<SentOnce<T>> {
  const intention = meantNow(wanted);
  const found = await keptOrNew(intention);
  let { kept } = found;
  if (!(await isOnline())) return keep(intention, kept);
  // Only the call that made a key can know that nobody sent it, and only of its first request.
  let firstAttempt = intention.saysFirst === true && found.isNew;
  for (let reply: Reply<T> | undefined = restingReply(intention.name); ; reply = undefined) {
    if (reply === undefined && (await isOnline())) {
      const asked = { ...kept, perhapsSent: true };
      await keep(intention, asked);
      if (!intention.isTheirs()) return intention.over(kept.perhapsSent);
      reply = await attempt<T>(intention, kept.key, firstAttempt);
      firstAttempt = false;
      if (isDefinite(reply)) return settled(intention, kept, reply);
      if (saysNothingWasDone(reply)) await keep(intention, kept);
      else kept = asked;
    }
    if (!(await patience.next(toldBy(reply)))) return unsettled(intention, kept, reply);
  }
}

function attempt<T>(intention: Intention, key: string, firstAttempt: boolean): Promise<Reply<T>> {
  const { method = 'POST', path, body, session = 'required' } = intention;
  return request<T>({ method, path, body, key, session, firstAttempt, busy: 'told' });
}

async function settled<T>(intention: Meant, kept: Kept, reply: Definite<T>): Promise<SentOnce<T>> {
  if (reply.kind === 'signed-out') {
    await keep(intention, kept);
    return reply;
  }
  if (intention.isTheirs()) {
    resting.delete(intention.name);
    await forgetIntention(intention.name);
  }
  return reply.kind === 'ok' ? { kind: 'sent', data: reply.data } : reply;
}

/** No answer that counts, and no further try by itself. */
async function unsettled<T>(intention: Meant, kept: Kept, reply: Reply<T> | undefined): Promise<SentOnce<T>> {
  if (!intention.isTheirs()) return intention.over(kept.perhapsSent);
  if (reply?.kind !== 'problem') return keep(intention, kept);
  if (!isBusy(reply)) return reply;
  resting.set(intention.name, { untilMs: nowMs() + (reply.retryAfterS ?? 0) * 1000, reply });
  return kept.perhapsSent ? keep(intention, kept) : reply;
}

function restingReply(name: string): ProblemReply | undefined {
  const rest = resting.get(name);
  const leftS = Math.ceil(((rest?.untilMs ?? 0) - nowMs()) / 1000);
  return rest && leftS > 0 ? { ...rest.reply, retryAfterS: leftS } : undefined;
}

function toldBy(reply: Reply<unknown> | undefined): Told {
  if (reply?.kind !== 'problem') {
    return { why: reply === undefined ? 'no-network' : 'no-answer', retryAfterS: undefined, ahead: undefined };
  }
  const { ahead } = reply.more;
  return {
    why: isBusy(reply) ? 'busy' : 'no-answer',
    retryAfterS: reply.retryAfterS,
    ahead: typeof ahead === 'number' ? ahead : undefined,
  };
}

async function keep<T>({ name, isTheirs, over }: Meant, kept: Kept): Promise<SentOnce<T>> {
  if (!isTheirs()) return over(kept.perhapsSent);
  await keepIntention(name, kept);
  return { kind: 'kept', perhapsSent: kept.perhapsSent };
}

type Definite<T> = Extract<Reply<T>, { kind: 'ok' | 'signed-out' | 'problem' }>;

/** A fault of the server or of a proxy before it, and a twin still under way, leave open whether it was done. */
function isDefinite<T>(reply: Reply<T>): reply is Definite<T> {
  if (reply.kind === 'offline' || reply.kind === 'not-modified') return false;
  return reply.kind !== 'problem' || (reply.status < 500 && reply.code !== IN_FLIGHT && !isBusy(reply));
}

/** Of this one request; of those before it that had no answer it says nothing. */
function saysNothingWasDone(reply: Reply<unknown>): boolean {
  return reply.kind === 'problem' && isBusy(reply);
}

import type { UrgentSaid } from '@jinmen/shared/urgent/views';
import { create } from 'zustand';
import { request } from '../platform/http';
import { newKey } from '../platform/keys';
import { isRecord, textOf } from '../platform/shape';
import { keptKeys } from './kept-on-phone';
import { sealedRecord } from './sealed-record';
import { useSession, whenSignedOut } from './session';

/** A request this phone sent: with its secret it can be looked at again without signing in. */
export interface SentRequest {
  readonly number: string;
  readonly secret: string;
  readonly at: string;
  /** Stands among the matters of whoever is signed in: it leaves this phone with them. */
  readonly claimed: boolean;
}

interface OnPhone {
  readonly draft: UrgentSaid;
  /** Somebody was signed in when it was written, or it was brought from their application: it leaves with them. */
  readonly ofAccount: boolean;
  /** Of what was tried already and is not known to have arrived. */
  readonly pending: string | undefined;
  readonly sent: readonly SentRequest[];
}

export const emptyDraft: UrgentSaid = { forSomebodyElse: false, kinds: [] };
const nothing: OnPhone = { draft: emptyDraft, ofAccount: false, pending: undefined, sent: [] };

/** What somebody in an emergency writes and sent. In the vault too, so that a killed app loses nothing. */
export const useUrgent = create<OnPhone & { readonly read: boolean }>(() => ({ ...nothing, read: false }));

const record = sealedRecord<OnPhone>(keptKeys.urgent, keptFrom);

/** What is kept here; asked for once, and again after it was wiped. */
export async function readUrgent(): Promise<void> {
  if (useUrgent.getState().read) return;
  const kept = await record.read();
  if (!useUrgent.getState().read) useUrgent.setState({ ...kept, read: true });
}

/** As it is typed. Another text is another request: what was tried before stays tried as it was. */
export function changeDraft(change: Partial<UrgentSaid>): void {
  const { draft, ofAccount } = useUrgent.getState();
  const theirs = ofAccount || useSession.getState().status === 'signed-in';
  void save({ draft: { ...draft, ...change }, ofAccount: theirs, pending: undefined });
}

/** Whether anything was written that is not sent. */
export function isWritten({ kinds, name, place, street, words, phone, findAt }: UrgentSaid): boolean {
  return (
    kinds.length > 0 || [name, place, street, words, phone, findAt].some((text) => text !== undefined && text !== '')
  );
}

/** The secret of what is being tried: the same until it is known to have arrived, or something else is written. */
export async function trying(): Promise<string> {
  const pending = useUrgent.getState().pending ?? newSecret();
  await save({ pending });
  return pending;
}

/**
 * It arrived, and can be looked at from here. The form is empty again, unless something else was written into it while
 * `sent` was on its way: that stays, and is another request. Returns whether nothing is left to send.
 */
export async function arrived(kept: SentRequest, sent: UrgentSaid): Promise<boolean> {
  const { draft, sent: before } = useUrgent.getState();
  const others = before.filter(({ secret }) => secret !== kept.secret);
  const isAll = draft === sent;
  await save({ ...(isAll && { draft: emptyDraft, ofAccount: false, pending: undefined }), sent: [kept, ...others] });
  return isAll;
}

export function sentBy(number: string): SentRequest | undefined {
  return useUrgent.getState().sent.find((each) => each.number === number);
}

/** What was asked for from this phone before somebody signed in on it is theirs from now on. */
export async function claimSent(): Promise<void> {
  await readUrgent();
  for (const each of useUrgent.getState().sent.filter(({ claimed }) => !claimed)) {
    const body = { secret: each.secret };
    const reply = await request({ method: 'POST', path: '/urgent-requests/claims', body, session: 'required' });
    if (reply.kind !== 'ok') continue;
    const { sent } = useUrgent.getState();
    await save({ sent: sent.map((one) => (one.secret === each.secret ? { ...one, claimed: true } : one)) });
  }
}

/** What is whoever's who leaves goes with them; what nobody claimed, or wrote without signing in, is the phone's. */
whenSignedOut(async () => {
  await readUrgent();
  const { sent, draft, ofAccount } = useUrgent.getState();
  const left = sent.filter(({ claimed }) => !claimed);
  const isTheirs = ofAccount || !isWritten(draft);
  if (left.length === 0 && isTheirs) return forgetUrgent();
  await save({ sent: left, ...(isTheirs && { draft: emptyDraft, ofAccount: false, pending: undefined }) });
  return true;
});

useSession.subscribe(({ status }, before) => {
  if (status === 'signed-in' && before.status !== 'signed-in') void claimSent();
});

/** Everything of it on this phone; the requests themselves go on. `false`: the phone would not let go. */
export async function forgetUrgent(): Promise<boolean> {
  useUrgent.setState({ ...nothing, read: true });
  return record.destroy();
}

/** The vault behind it is another's from now on. */
export function unreadUrgent(): void {
  useUrgent.setState({ ...nothing, read: false });
}

async function save(change: Partial<OnPhone>): Promise<void> {
  useUrgent.setState(change);
  const { draft, ofAccount, pending, sent } = useUrgent.getState();
  await record.change(() => ({ draft, ofAccount, pending, sent }));
}

/**
 * 256 bits. A phone too old for random bytes makes do with its clock and dice; guesses are counted by the server.
 */
function newSecret(): string {
  return newKey() + newKey();
}

function keptFrom(stored: unknown): OnPhone {
  if (!isRecord(stored)) return nothing;
  const { draft, ofAccount, pending, sent } = stored;
  return {
    draft: isSaid(draft) ? draft : emptyDraft,
    ofAccount: ofAccount === true,
    pending: textOf(pending),
    sent: Array.isArray(sent) ? sent.filter(isSent) : [],
  };
}

function isSaid(stored: unknown): stored is UrgentSaid {
  return isRecord(stored) && Array.isArray(stored.kinds) && typeof stored.forSomebodyElse === 'boolean';
}

function isSent(stored: unknown): stored is SentRequest {
  if (!isRecord(stored)) return false;
  const { number, secret, at, claimed } = stored;
  return [number, secret, at].every((each) => textOf(each) !== undefined) && typeof claimed === 'boolean';
}

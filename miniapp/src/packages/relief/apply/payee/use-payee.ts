import { areMembers } from '@jinmen/shared/applications/check-field';
import type { HouseholdMember } from '@jinmen/shared/applications/field';
import type { PayeeOf, PayeeReply } from '@jinmen/shared/applications/payee';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { useRef, useState } from 'react';
import { payeeWords as words } from '../../../../copy/money';
import { type Reply, request } from '../../../../platform/http';
import { usePageShown } from '../../../../platform/lifecycle';
import { goBack, signInThen } from '../../../../platform/navigate';
import { sendOnce } from '../../../../platform/send-once';
import type { Trouble } from '../../../../state/consents';
import { type Choice, choiceOf, type Typed } from './payee-form';

export interface Opened {
  readonly payee: PayeeReply;
  readonly members: readonly HouseholdMember[];
  readonly whom: PayeeOf;
}

/** Reads where the money goes, and keeps what is said of it: at will, or as a change once something was paid. */
export function usePayee(id: string) {
  const [opened, setOpened] = useState<Opened>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [working, setWorking] = useState(false);
  const [said, setSaid] = useState<{ readonly words: string; readonly doubt: boolean }>();
  const busy = useRef(false);
  const path = `/relief/applications/${encodeURIComponent(id)}`;
  const open = async () => {
    const reply = await request<ApplicationView>({ method: 'GET', path, session: 'required' });
    if (reply.kind !== 'ok') return setTrouble(troubleOf(reply));
    const members = reply.data.fields['household.members'];
    setTrouble(undefined);
    setOpened({
      payee: reply.data.payee ?? { for: [], change: 'over' },
      members: areMembers(members) ? members : [],
      whom: reply.data.subject?.kind ?? 'self',
    });
  };
  usePageShown(() => {
    if (opened === undefined) void open();
  });
  const save = async (typed: Typed, sure: boolean) => {
    if (busy.current || opened === undefined) return;
    busy.current = true;
    setWorking(true);
    const choice = choiceOf(typed);
    const reply = opened.payee.change === 'reported' ? await asChange(id, choice, sure) : await put(path, choice, sure);
    setSaid(reply);
    setWorking(false);
    busy.current = false;
    if (reply === undefined) goBack();
  };
  return { opened, trouble, working, said, open, save };
}

type Said = { readonly words: string; readonly doubt: boolean } | undefined;

async function put(path: string, choice: Choice, sure: boolean): Promise<Said> {
  const body = { ...choice, ...(sure && { sure }) };
  const reply = await request<PayeeReply>({ method: 'PUT', path: `${path}/payee`, body, session: 'required' });
  if (reply.kind === 'ok' || reply.kind === 'not-modified') return undefined;
  if (reply.kind === 'signed-out') {
    signInThen();
    return { words: words.kept, doubt: false };
  }
  if (reply.kind === 'offline') return { words: words.kept, doubt: false };
  return { words: reply.errors[0]?.message ?? reply.words, doubt: reply.code === 'payee.doubtful' };
}

/** The key belongs to what was chosen: another account is another intention. */
async function asChange(id: string, choice: Choice, sure: boolean): Promise<Said> {
  const sent = await sendOnce<object>({
    name: `change-account-${id}`,
    path: `/relief/applications/${encodeURIComponent(id)}/changes`,
    body: { kind: 'account', payee: { ...choice, ...(sure && { sure }) } },
  });
  if (sent.kind === 'sent') return undefined;
  if (sent.kind === 'problem') {
    return { words: sent.errors[0]?.message ?? sent.words, doubt: sent.code === 'payee.doubtful' };
  }
  if (sent.kind === 'signed-out') signInThen();
  return { words: words.kept, doubt: false };
}

function troubleOf(reply: Exclude<Reply<unknown>, { kind: 'ok' }>): Trouble {
  return reply.kind === 'not-modified' ? { kind: 'signed-out' } : reply;
}

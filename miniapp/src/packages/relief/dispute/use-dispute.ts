import type { Saying } from '@jinmen/shared/applications/dispute';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import type { FactDefinition, FactValue } from '@jinmen/shared/facts/fact';
import { facts } from '@jinmen/shared/facts/facts';
import { useRef, useState } from 'react';
import { disputeWords as words } from '../../../copy/refusal';
import { signInThen } from '../../../platform/navigate';
import { sendOnce } from '../../../platform/send-once';
import { readTyped } from '../typed-number';

/** What is being said: which figure, what is wrong with it, what it should be, and why. */
export interface Said {
  readonly fact?: string;
  readonly says?: Saying;
  /** A number as it is typed, or the value chosen. */
  readonly value?: string | boolean;
  readonly why?: string;
}

export function definitionOf(fact: string): FactDefinition | undefined {
  return (facts as Readonly<Record<string, FactDefinition>>)[fact];
}

/** Says it once, however often it is pressed; what was typed stays until it arrived. */
export function useDispute(id: string, begin: Said) {
  const [said, setSaid] = useState<Said>(begin);
  const [problem, setProblem] = useState<string>();
  const [state, setState] = useState<'saying' | 'sending' | 'sent'>('saying');
  const busy = useRef(false);
  const change = (part: Said) => setSaid((now) => ({ ...now, ...part }));
  const send = async () => {
    if (busy.current) return;
    const read = bodyOf(said);
    if ('problem' in read) return setProblem(read.problem);
    busy.current = true;
    setProblem(undefined);
    setState('sending');
    const sent = await sendOnce<ApplicationView>({
      name: `dispute-${id}-${said.fact}`,
      path: `/relief/applications/${encodeURIComponent(id)}/disputes`,
      body: read.body,
    });
    busy.current = false;
    setState(sent.kind === 'sent' ? 'sent' : 'saying');
    if (sent.kind === 'problem') setProblem(sent.words);
    else if (sent.kind === 'kept') setProblem(sent.perhapsSent ? words.keptPerhaps : words.kept);
    else if (sent.kind === 'signed-out') signInThen();
  };
  return { said, change, problem, state, send: () => void send() };
}

function bodyOf({ fact, says, value, why }: Said): { readonly body: object } | { readonly problem: string } {
  if (fact === undefined) return { problem: words.problems.fact };
  if (says === undefined) return { problem: words.problems.says };
  const reason = why?.trim() ? { why: why.trim() } : {};
  if (says !== 'other-value') return { body: { fact, says, ...reason } };
  const read = valueSaid(definitionOf(fact), value);
  return 'problem' in read ? read : { body: { fact, says, value: read.value, ...reason } };
}

function valueSaid(
  definition: FactDefinition | undefined,
  value: Said['value'],
): { readonly value: FactValue } | { readonly problem: string } {
  if (definition?.type === 'count' || definition?.type === 'money') return readTyped(String(value ?? ''), definition);
  return value === undefined ? { problem: words.problems.value } : { value };
}

import { engine } from '@jinmen/shared/catalogue';
import type { Assessment } from '@jinmen/shared/eligibility/assessment';
import { facts } from '@jinmen/shared/facts/facts';
import { questions } from '@jinmen/shared/facts/questions';
import { useMemo } from 'react';
import { create } from 'zustand';
import { today } from '../../platform/clock';
import { replacePage } from '../../platform/navigate';
import { lookUpStored, writeStored } from '../../platform/storage';
import { forgetAnswers, keptKeys, whenForgotten } from '../../state/kept-on-phone';
import { useStandards } from '../../state/standards';
import { type Interview, newInterview } from './interview';
import { keptInterviewFrom } from './kept-interview';

interface Session {
  readonly interview: Interview;
  /** False when the phone refused to keep the answers: they then live only as long as the app. */
  readonly kept: boolean;
  /** The result sent the resident back to the questions, or to what they are about: no start words in between. */
  readonly asking: 'questions' | 'doors' | undefined;
}

/** The interview of this phone. Every change is kept at once, as typed; nothing of it is ever sent from here. */
export const useSession = create<Session>(() => ({ interview: newInterview, kept: true, asking: undefined }));

whenForgotten(() => useSession.setState({ interview: newInterview, kept: true }));

/** Reads what an earlier run kept. While the phone keeps nothing, or cannot be read, what is in memory stands. */
export function restoreInterview(): void {
  if (!useSession.getState().kept) return;
  const stored = lookUpStored(keptKeys.reliefAnswers);
  if (stored.readable) useSession.setState({ interview: keptInterviewFrom(stored.value, { facts, questions }) });
}

export function changeInterview(change: (interview: Interview) => Interview): void {
  const interview = change(useSession.getState().interview);
  useSession.setState({ interview, kept: writeStored(keptKeys.reliefAnswers, interview) });
}

/** Forgets every answer on this phone. */
export function restartInterview(): void {
  forgetAnswers();
}

/** From the result back to the questions. */
export function askMore(change: (interview: Interview) => Interview): void {
  changeInterview(change);
  useSession.setState({ asking: 'questions' });
  replacePage('wizard');
}

/** From the result to the doors, to close some or open others. */
export function askAboutDoors(): void {
  useSession.setState({ asking: 'doors' });
  replacePage('wizard');
}

/** From the questions to the result, which takes their place: 返回 then leads home, not back into the last question. */
export function leaveForResult(): void {
  replacePage('result');
}

/**
 * What the rules in force today say about the answers so far, computed on the phone; anew when an answer, the standards
 * or the day change.
 */
export function useAssessment(): Assessment {
  const { facts: answers, doors } = useSession((session) => session.interview);
  const standards = useStandards((state) => state.rows);
  const asOf = today();
  return useMemo(() => engine.assess(answers, { asOf, standards, doors }), [answers, doors, standards, asOf]);
}

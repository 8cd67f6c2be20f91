import { create } from 'zustand';
import { type PrivacyQuestion, whenPrivacyAsked } from '../platform/privacy';

interface PrivacyState {
  /** Several calls may wait for the one answer. */
  readonly questions: readonly PrivacyQuestion[];
}

const nothingAsked: PrivacyState = { questions: [] };

/** WeChat's question on privacy, while it is open. It is no consent to a purpose: those are asked on their own. */
export const usePrivacy = create<PrivacyState>(() => nothingAsked);

/** At the start of the app: from now on WeChat's question is drawn by ours. */
export function answerPrivacyQuestions(): void {
  whenPrivacyAsked((question) => usePrivacy.setState(({ questions }) => ({ questions: [...questions, question] })));
}

export function agreeToPrivacy(buttonId: string): void {
  settle((question) => question.agree(buttonId));
}

export function refusePrivacy(): void {
  settle((question) => question.refuse());
}

function settle(answer: (question: PrivacyQuestion) => void): void {
  const { questions } = usePrivacy.getState();
  usePrivacy.setState(nothingAsked);
  for (const question of questions) answer(question);
}

import { programmes } from '@jinmen/shared/catalogue';
import type { Assessment, NextQuestion, ProgrammeVerdict } from '@jinmen/shared/eligibility/assessment';
import { derived } from '@jinmen/shared/facts/derived';
import type { Question } from '@jinmen/shared/facts/fact';
import { facts } from '@jinmen/shared/facts/facts';
import { questions } from '@jinmen/shared/facts/questions';

const { hasOwn } = Object;
const ownQuestions: readonly Question[] = questions;

/** Whether an answer of newer rules names anything this release has no words for. */
export function hasUnknownNames({ verdicts, nextQuestion, notAsked }: Assessment): boolean {
  return (
    verdicts.some(({ programme }) => !isKnownProgramme(programme)) ||
    verdicts.flatMap(namesIn).some((name) => !isKnownName(name)) ||
    [nextQuestion, ...notAsked].some((question) => question !== undefined && !canAsk(question))
  );
}

/** The facts and derived numbers a verdict rests on. */
export function namesIn({ clauses, missing, review }: ProgrammeVerdict): readonly string[] {
  return [...clauses.map(({ fact }) => fact), ...missing, ...review];
}

export function isKnownName(name: string): boolean {
  return hasOwn(facts, name) || hasOwn(derived, name);
}

export function isKnownProgramme(code: string): boolean {
  return programmes.some((programme) => programme.code === code);
}

/** Whether this release has the question, and asks the same by it. */
export function canAsk({ id, facts: asked }: NextQuestion): boolean {
  const own = ownQuestions.find((question) => question.id === id);
  return own !== undefined && asked.every((fact) => own.facts.includes(fact));
}

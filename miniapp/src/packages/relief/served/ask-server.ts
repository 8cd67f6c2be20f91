import { RULES_RELEASE } from '@jinmen/shared/catalogue';
import type { CreateAssessmentDto } from '@jinmen/shared/dto/create-assessment.dto';
import type { Assessment } from '@jinmen/shared/eligibility/assessment';
import { isNewerRelease } from '@jinmen/shared/eligibility/rules-release';
import type { FactValues } from '@jinmen/shared/facts/fact';
import { create } from 'zustand';
import { type FieldError, type Reply, request } from '../../../platform/http';
import { whenForgotten } from '../../../state/kept-on-phone';
import type { Interview } from '../interview';
import { assessmentFrom } from './served-assessment';
import { catalogueFrom, emptyCatalogue, type ServedCatalogue } from './served-catalogue';
import { hasUnknownNames } from './unknown-names';

type Answers = Pick<Interview, 'facts' | 'doors'>;

/** What the server said to these answers, by rules newer than this release's. In memory only, like the consent to ask. */
export interface ServedAnswer {
  readonly assessment: Assessment;
  /** What to apply for together, as the server answered it, unread. */
  readonly plan: unknown;
  readonly catalogue: ServedCatalogue;
  /** Facts that were answered and not sent: the new rules no longer have them. */
  readonly without: readonly string[];
}

/** A fact the new rules do not take as it was answered. `gone`: they have no such fact any more. */
export interface AnswerProblem {
  readonly fact: string;
  readonly message: string;
  readonly gone: boolean;
}

export type Failure =
  | { readonly kind: 'offline' | 'unreadable' | 'not-newer' }
  | { readonly kind: 'answers'; readonly problems: readonly AnswerProblem[] }
  | { readonly kind: 'fault'; readonly words: string };

export type Asking =
  | { readonly state: 'idle' }
  | { readonly state: 'sending'; readonly about: string; readonly slow: boolean }
  | { readonly state: 'failed'; readonly about: string; readonly failure: Failure; readonly without: readonly string[] }
  | { readonly state: 'answered'; readonly about: string; readonly answer: ServedAnswer };

const SLOW_AFTER_MS = 5_000;
const TIMEOUT_MS = 30_000;

const idle: Asking = { state: 'idle' };

export const useAsking = create<{ readonly asking: Asking }>(() => ({ asking: idle }));

whenForgotten(stopAsking);

/** Names the answers a state is about: what was said to others says nothing about these. */
export function aboutOf({ facts, doors }: Answers): string {
  return JSON.stringify([facts, doors]);
}

let attempt = 0;

/** Gives up what is under way, or was answered; a reply that still comes is not looked at. */
export function stopAsking(): void {
  attempt += 1;
  useAsking.setState({ asking: idle });
}

/**
 * Sends the answers to the server, by its rules of today, for which the resident has just said yes. Nothing is sent
 * from anywhere else. Never throws: what comes of it is a state.
 */
export async function askServer(answers: Answers, without: readonly string[] = []): Promise<void> {
  attempt += 1;
  const mine = attempt;
  const about = aboutOf(answers);
  const tell = (asking: Asking) => {
    if (mine === attempt) useAsking.setState({ asking });
  };
  tell({ state: 'sending', about, slow: false });
  const waiting = setTimeout(() => tell({ state: 'sending', about, slow: true }), SLOW_AFTER_MS);
  const outcome = await outcomeOf(answers, without);
  clearTimeout(waiting);
  if ('failure' in outcome) tell({ state: 'failed', about, failure: outcome.failure, without });
  else tell({ state: 'answered', about, answer: outcome });
}

async function outcomeOf(answers: Answers, without: readonly string[]): Promise<ServedAnswer | { failure: Failure }> {
  const facts = Object.fromEntries(Object.entries(answers.facts).filter(([fact]) => !without.includes(fact)));
  const body: CreateAssessmentDto = { facts: facts as FactValues, doors: [...answers.doors] };
  const path = '/eligibility/assessments';
  const reply = await request<Record<string, unknown>>({ method: 'POST', path, body, timeoutMs: TIMEOUT_MS });
  if (reply.kind !== 'ok') return { failure: failureOf(reply) };
  const assessment = assessmentFrom(reply.data);
  if (assessment === undefined) return { failure: { kind: 'unreadable' } };
  if (!isNewerRelease(assessment.rulesVersion, RULES_RELEASE)) return { failure: { kind: 'not-newer' } };
  const catalogue = hasUnknownNames(assessment) ? await fetchCatalogue() : emptyCatalogue;
  return { assessment, plan: reply.data.plan, catalogue, without };
}

/** Says nothing about anyone: the same for everybody. Without it the new names are said in general words. */
async function fetchCatalogue(): Promise<ServedCatalogue> {
  const reply = await request<object>({ method: 'GET', path: '/catalogue' });
  return reply.kind === 'ok' ? catalogueFrom(reply.data) : emptyCatalogue;
}

function failureOf(reply: Exclude<Reply<unknown>, { kind: 'ok' }>): Failure {
  switch (reply.kind) {
    case 'offline':
      return { kind: 'offline' };
    case 'not-modified':
    case 'signed-out':
      return { kind: 'unreadable' };
    case 'problem': {
      const problems = reply.errors.flatMap(answerProblem);
      return problems.length > 0 ? { kind: 'answers', problems } : { kind: 'fault', words: reply.words };
    }
  }
}

const FACTS = 'facts.';
const GONE: readonly string[] = ['fact.unknown', 'fact.staff-only'];

function answerProblem({ field, code, message }: FieldError): readonly AnswerProblem[] {
  return field.startsWith(FACTS) ? [{ fact: field.slice(FACTS.length), message, gone: GONE.includes(code) }] : [];
}

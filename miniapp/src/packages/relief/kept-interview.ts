import type { FactDefinition, FactValues, Question } from '@jinmen/shared/facts/fact';
import { factProblems } from '@jinmen/shared/facts/validate-facts';
import { today } from '../../platform/clock';
import { type Draft, type Interview, newInterview } from './interview';

interface Known {
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly questions: readonly Question[];
}

/**
 * Reads an interview kept on the phone, perhaps by an older release. An answer this release cannot take is forgotten
 * together with its question, which is then simply asked again; everything else stays.
 */
export function keptInterviewFrom(stored: unknown, known: Known): Interview {
  if (!isRecord(stored) || !isRecord(stored.facts) || !Array.isArray(stored.asked)) return newInterview;
  const bad = new Set(factProblems(known.facts, stored.facts, today()).map(({ fact }) => fact));
  const kept = stored.facts;
  const asked = stored.asked.filter((id): id is string => {
    const question = known.questions.find((each) => each.id === id);
    return question?.facts.every((fact) => kept[fact] !== undefined && !bad.has(fact)) ?? false;
  });
  const keptFacts = new Set(known.questions.filter(({ id }) => asked.includes(id)).flatMap(({ facts }) => facts));
  return {
    facts: Object.fromEntries(Object.entries(kept).filter(([fact]) => keptFacts.has(fact))) as FactValues,
    asked,
    at: indexWithin(stored.at, asked.length),
    doors: doorsFrom(stored.doors),
    editing: stored.editing === true && indexWithin(stored.at, asked.length) < asked.length,
    drafts: draftsFrom(stored, known.questions),
    ...doubtsFrom(stored, asked),
  };
}

/** Older releases kept one `draft`, that of the question on the screen. */
function draftsFrom({ drafts, draft }: Record<string, unknown>, questions: Known['questions']): Interview['drafts'] {
  const kept = [draft, ...(isRecord(drafts) ? Object.values(drafts) : [])].flatMap((each) => draftFrom(each) ?? []);
  return Object.fromEntries(
    kept.filter(({ question }) => questions.some(({ id }) => id === question)).map((each) => [each.question, each]),
  );
}

function draftFrom(draft: unknown): Draft | undefined {
  if (!isRecord(draft) || typeof draft.question !== 'string') return undefined;
  return {
    question: draft.question,
    ...(typeof draft.text === 'string' && { text: draft.text }),
    ...(Array.isArray(draft.chosen) && { chosen: draft.chosen.filter((each) => typeof each === 'string') }),
  };
}

/** Before doors could be chosen every interview was about one thing. */
const ONLY_DOOR_ONCE = 'general';

function doorsFrom(doors: unknown): readonly string[] {
  if (!Array.isArray(doors)) return [ONLY_DOOR_ONCE];
  return [...new Set(doors.filter((each): each is string => typeof each === 'string'))];
}

/** What was said about doubts; one that is no longer raised is never shown, so its name needs no check. */
function doubtsFrom({ doubt, backTo, settled }: Record<string, unknown>, asked: readonly string[]): Partial<Interview> {
  return {
    ...(typeof doubt === 'string' && { doubt }),
    ...(isBackTo(backTo) && asked.includes(backTo.question) && { backTo }),
    ...(isRecord(settled) && {
      settled: Object.fromEntries(Object.entries(settled).filter(([, saidOf]) => isRecord(saidOf))) as Record<
        string,
        FactValues
      >,
    }),
  };
}

function isBackTo(value: unknown): value is NonNullable<Interview['backTo']> {
  return (
    isRecord(value) &&
    typeof value.question === 'string' &&
    typeof value.doubt === 'string' &&
    typeof value.editing === 'boolean'
  );
}

function indexWithin(at: unknown, length: number): number {
  return typeof at === 'number' && Number.isInteger(at) && at >= 0 && at <= length ? at : length;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

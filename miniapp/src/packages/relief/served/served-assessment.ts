import type {
  AmountRange,
  Assessment,
  Clause,
  NextQuestion,
  Outcome,
  ProgrammeVerdict,
  VerdictCode,
} from '@jinmen/shared/eligibility/assessment';
import { isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { isRecord, isTexts } from '../../../platform/shape';

const CODES: readonly unknown[] = ['likely', 'unlikely', 'need-facts', 'needs-review'] satisfies VerdictCode[];
const OUTCOMES: readonly unknown[] = ['yes', 'no', 'missing', 'review'] satisfies Outcome[];
const DECIDED: readonly unknown[] = ['eligibility', 'amount'] satisfies Clause['decides'][];

/**
 * The server's verdicts as this release can show them; `undefined` when any of them says something it does not know: a
 * household must not read half an answer.
 */
export function assessmentFrom(reply: unknown): Assessment | undefined {
  if (!isRecord(reply)) return undefined;
  const { rulesVersion, asOf, verdicts, nextQuestion, notAsked } = reply;
  if (typeof rulesVersion !== 'string' || !isCivilDate(asOf)) return undefined;
  if (!Array.isArray(verdicts) || verdicts.length === 0 || !verdicts.every(isVerdict)) return undefined;
  return {
    rulesVersion,
    asOf,
    verdicts,
    ...(isQuestion(nextQuestion) && { nextQuestion }),
    notAsked: Array.isArray(notAsked) ? notAsked.filter(isQuestion) : [],
  };
}

function isVerdict(value: unknown): value is ProgrammeVerdict {
  if (!isRecord(value)) return false;
  const { programme, verdict, amount, clauses, missing, review } = value;
  return (
    typeof programme === 'string' &&
    CODES.includes(verdict) &&
    (amount === undefined || isAmount(amount)) &&
    Array.isArray(clauses) &&
    clauses.length > 0 &&
    clauses.every(isClause) &&
    isTexts(missing) &&
    isTexts(review)
  );
}

function isAmount(value: unknown): value is AmountRange {
  if (!isRecord(value) || typeof value.text !== 'string') return false;
  return [value.min, value.max].every((end) => end === undefined || Number.isSafeInteger(end));
}

function isClause(value: unknown): value is Clause {
  if (!isRecord(value)) return false;
  const { id, text, fact, source, outcome, decides } = value;
  return (
    [id, text, fact].every((each) => typeof each === 'string') &&
    isRecord(source) &&
    typeof source.document === 'string' &&
    OUTCOMES.includes(outcome) &&
    DECIDED.includes(decides)
  );
}

function isQuestion(value: unknown): value is NextQuestion {
  return isRecord(value) && typeof value.id === 'string' && isTexts(value.facts);
}

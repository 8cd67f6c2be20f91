import type { AmountRange, VerdictCode } from '@jinmen/shared/eligibility/assessment';
import type { FactValues } from '@jinmen/shared/facts/fact';
import { type CivilDate, isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { isRecord, isTexts } from '../platform/shape';

/** One result a resident chose to keep: what was answered, and what was said to it. */
export interface KeptResult {
  /** Says nothing about anyone: it stands in the address of the page that shows this one. */
  readonly id: string;
  readonly keptAtMs: number;
  readonly asOf: CivilDate;
  readonly rulesVersion: string;
  readonly facts: FactValues;
  /** Ids of the answered questions, in the order they were asked. */
  readonly asked: readonly string[];
  readonly doors: readonly string[];
  /** As it was judged then: rules ship with a release, so those of an older one cannot be run again. */
  readonly verdicts: readonly KeptVerdict[];
}

export interface KeptVerdict {
  readonly programme: string;
  /** As it was called then. */
  readonly title: string;
  readonly verdict: VerdictCode;
  readonly amount?: AmountRange;
}

const CODES: readonly unknown[] = ['likely', 'unlikely', 'need-facts', 'needs-review'] satisfies VerdictCode[];

/** Reads what an earlier run kept; `undefined` when it is no list of results at all. One that is not whole is left out. */
export function keptResultsFrom(stored: unknown): readonly KeptResult[] | undefined {
  return Array.isArray(stored) ? stored.filter(isKeptResult) : undefined;
}

function isKeptResult(stored: unknown): stored is KeptResult {
  if (!isRecord(stored)) return false;
  const { id, keptAtMs, asOf, rulesVersion, facts, asked, doors, verdicts } = stored;
  return (
    typeof id === 'string' &&
    Number.isSafeInteger(keptAtMs) &&
    isCivilDate(asOf) &&
    typeof rulesVersion === 'string' &&
    isRecord(facts) &&
    isTexts(asked) &&
    isTexts(doors) &&
    Array.isArray(verdicts) &&
    verdicts.every(isKeptVerdict)
  );
}

function isKeptVerdict(stored: unknown): stored is KeptVerdict {
  if (!isRecord(stored)) return false;
  const { programme, title, verdict, amount } = stored;
  return (
    typeof programme === 'string' &&
    typeof title === 'string' &&
    CODES.includes(verdict) &&
    (amount === undefined || (isRecord(amount) && typeof amount.text === 'string'))
  );
}

import type { Callbacks } from './callbacks';
import type { CaseBook } from './case-book';
import type { CaseRecord, Per } from './case-record';
import type { Routes } from './http-answer';

/** What a bureau decides, as its clerks speak of it. */
export interface BureauProgramme {
  readonly code: string;
  readonly title: string;
  /** Where others may look over a clerk's shoulder: says no more than which desk it is for. */
  readonly inLists?: string;
  /** How an amount may be given, the usual one first. */
  readonly pers: readonly Per[];
  /** A standing may be recognised with nothing to be paid. */
  readonly mayBeUnpaid?: true;
  /** What a refusal may rest on, in words. */
  readonly clauses: readonly string[];
  /** The number of a clause in the list both sides know, by its words. */
  readonly clauseNos?: Readonly<Record<string, string>>;
}

/** A bureau with cases and a desk. */
export interface CaseBureau {
  readonly code: 'social-assistance' | 'disability-benefits' | 'child-welfare' | 'eldercare';
  readonly title: string;
  readonly programmes: readonly BureauProgramme[];
  /** Whom a case is about, as the desk calls them; 申请人 when absent. */
  readonly about?: string;
  readonly publicises: boolean;
  /** Working days from acceptance to decision. */
  readonly workingDays: number;
  /** 跨省通办: working days until a case is with the place of the register, where that is published. */
  readonly pushesOnWithin?: number;
  /** From which month it pays; the month after the decision when absent (policy-facts A.9). */
  readonly paysFrom?: 'month-of-application';
  readonly usualPapers: readonly string[];
  readonly book: CaseBook;
  readonly callbacks: Callbacks;
  readonly routes: Routes;
}

/** The title of a code in a list of programmes; an unknown code is its own. */
export function titleIn(programmes: readonly BureauProgramme[]): (code: string) => string {
  return (code) => programmes.find((programme) => programme.code === code)?.title ?? code;
}

export function programmeOf(bureau: CaseBureau, code: string): BureauProgramme {
  return bureau.programmes.find((programme) => programme.code === code) ?? { code, title: code, pers: [], clauses: [] };
}

/** The record's effect in the journal: what was filed, for which programmes. */
export function filedFacts(record: CaseRecord): Record<string, string> {
  return { caseNo: record.caseNo, programmes: record.items.map(({ programme }) => programme).join(',') };
}

import type { Door } from '../facts/doors';
import type { Source } from '../kernel/source';

/** The only numbers a source gives to residents (policy-facts A.10, F, G2, D.2). */
export type SourcedPhone = '12345' | '12348' | '96456';

/**
 * Help that exists and is not applied for here: what it is, whom to ask, and what nobody has published. A guide has no
 * rule and gives no verdict, so it stands beside the programmes and never among them.
 */
export interface Guide {
  /** Stable, in URLs, e.g. `legal-aid`; no programme has the same. */
  readonly code: string;
  /** What people call it, e.g. `法律援助`. */
  readonly title: string;
  /** As the documents write it, e.g. `医疗救助“一站式”即时结算`. */
  readonly formalName: string;
  /** One sentence: what it is and for whom. */
  readonly summary: string;
  /** The door behind which it is found (`facts/doors.ts`). */
  readonly door: Door;
  /** What people say when they look for it. */
  readonly words: readonly string[];
  /** What it is, in three to six short lines. */
  readonly lines: readonly string[];
  /** What no source gives, said plainly. */
  readonly unknown: string;
  readonly ask: {
    /** Whom to ask, e.g. `户口所在的街道或乡镇`. */
    readonly who: string;
    readonly phone: SourcedPhone;
  };
  /** Programmes that lead to it, or that are applied for beside it. */
  readonly related: readonly string[];
  readonly sources: readonly Source[];
}

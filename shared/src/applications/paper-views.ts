import type { CivilDate } from '../kernel/civil-date';

/**
 * How a paper comes to the office: one that was given with an earlier application, a photo now, later by a day one
 * promises, brought to the counter, or looked up by the bureau.
 */
export const PAPER_WAYS = ['have', 'photo', 'later', 'in-person', 'bureau'] as const;
export type PaperWay = (typeof PAPER_WAYS)[number];

/** One paper that these programmes ask of this household. */
export interface PaperNeed {
  /** Stable, in addresses and messages. */
  readonly kind: string;
  readonly name: string;
  /** What the guide remarks on it, e.g. `有什么带什么`, or whose list it is on. */
  readonly note?: string;
  /** The programmes that ask for it. */
  readonly neededBy: readonly string[];
  /** It may be promised for later. Where nobody has published it, it may, and the street has the last word. */
  readonly mayFollow: boolean;
  /** Whoever looks it up; there is nothing to do then. */
  readonly fetchedBy?: string;
  /** Only the paper itself counts: it is brought, now or later. */
  readonly original?: true;
}

/**
 * How far a paper is. `open`: nothing chosen yet · `ready`: photographed, and not with the office · `sent` · `promised` ·
 * `missed`: the day promised has gone by · `in-person` · `bureau`: looked up · `asked`: the office wants it ·
 * `unreadable`: it came, and nobody could read it.
 */
export type PaperState =
  | 'open'
  | 'ready'
  | 'sent'
  | 'promised'
  | 'missed'
  | 'in-person'
  | 'bureau'
  | 'asked'
  | 'unreadable';

export interface PaperPageView {
  /** For `GET` and `DELETE …/materials/:kind?file=`. */
  readonly file: string;
  /** From 1. */
  readonly page: number;
  readonly type: 'jpeg' | 'pdf';
  /** It may be hard to read; whether to take it again is the resident's to say. */
  readonly unclear?: 'small' | 'dark' | 'blank' | 'blurred';
  readonly sent: boolean;
}

/** One paper of an application, as the resident sees it. */
export interface PaperView extends PaperNeed {
  readonly ways: readonly PaperWay[];
  readonly way?: PaperWay;
  readonly state: PaperState;
  readonly pages: readonly PaperPageView[];
  /** By when: as promised, or as the office asks. */
  readonly by?: CivilDate;
  /** It was given with an earlier application of the same person and may be used again. */
  readonly earlier?: EarlierPaper;
}

export interface EarlierPaper {
  readonly takenOn: CivilDate;
  /** Where its last day is known. */
  readonly validUntil?: CivilDate;
}

/** What may be promised at all, on the day it is asked. */
export interface PromiseTerms {
  readonly lastDay: CivilDate;
  readonly followDays: number;
  readonly extensionDays: number;
  /** Once it was handed in: the papers that may be given more time, once. */
  readonly extend?: readonly string[];
}

/** `ApplicationView.papers`. */
export interface PapersView {
  readonly items: readonly PaperView[];
  /** What the guides say beside papers, e.g. `要带哪些材料待核定，去之前先打 12345 问`. */
  readonly remarks: readonly string[];
  readonly terms: PromiseTerms;
  /** How many more photos there is room for. */
  readonly room: number;
}

/** Photos of one application, all its papers together. */
export const MOST_PAGES = 20;

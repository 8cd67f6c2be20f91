import type { GivenPaperView } from '@jinmen/shared/residents/rights';

/** What somebody gave with their applications, and where they can look at it again. */
export abstract class GivenPapers {
  /** Of every application the account may open, the newest photo first; at most a thousand. */
  abstract of(accountId: string): Promise<GivenPaperView[]>;
}

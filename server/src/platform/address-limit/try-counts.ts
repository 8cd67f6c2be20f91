/** One kind of try of one network or account in one period; says nothing about whose. */
export interface Counted {
  /** Of who tried and of what was tried, another one every period. */
  readonly digest: string;
  /** Ten minutes since 1970, counted. */
  readonly period: number;
}

export const PERIOD_MS = 10 * 60_000;

/** Where tries are counted, for all servers together. */
export abstract class TryCounts {
  /** Counts one more, and whether there was room for it; of any number at once exactly `limit` are told yes. */
  abstract take(counted: Counted, limit: number): Promise<boolean>;
}

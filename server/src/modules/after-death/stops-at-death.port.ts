import type { CivilDate } from '@jinmen/shared/kernel/civil-date';

export const STOPPED_WHATS = ['booking', 'waiting', 'relief', 'mandate', 'messages'] as const;
/** In the order they stop: a booking before the line it came from, what was asked for before the word it was asked by, messages last. */
export type StoppedWhat = (typeof STOPPED_WHATS)[number];

/** Somebody who died and whom we know. Whole: mask what leaves the server. */
export interface Dead {
  readonly personId: string;
  readonly idNumber: string;
  /** Those they had confirmed themself on. */
  readonly accountIds: readonly string[];
  readonly died: CivilDate;
}

/** `nothing`: it was over already. `by-hand`: it is not ours to end; a person asks the family. */
export type StopOutcome = 'stopped' | 'by-hand' | 'nothing';

/** Whoever keeps something a person can have going on; a provider that extends it is found by itself. */
export abstract class StopsAtDeath {
  abstract readonly what: StoppedWhat;

  /** Ids of what is going on. */
  abstract going(dead: Dead): Promise<readonly string[]>;

  /** In a transaction of its own; said again it is `nothing`. Only others are told, never the one who died. */
  abstract stop(id: string, dead: Dead): Promise<StopOutcome>;

  /** The person is alive. `false`: it cannot come back by itself, and they have to be told how. */
  abstract restore(id: string, dead: Dead): Promise<boolean>;

  /** Which of its kind it is, in a few words its owner knows it by; none where the kind says all. */
  async named(_id: string): Promise<string | undefined> {
    return undefined;
  }

  /** Accounts of those who lived with them, who may want to look again at what they may get. */
  async survivors(_dead: Dead): Promise<readonly string[]> {
    return [];
  }
}

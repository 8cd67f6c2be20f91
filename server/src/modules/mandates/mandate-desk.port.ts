import type { MandateView } from '@jinmen/shared/residents/mandates';

/** Who asks, and whose residents they may call. */
export interface MandateDeskOf {
  readonly staffId: string;
  /** Street codes. */
  readonly offices: readonly string[] | 'all';
}

/** One to read out, or one going on. Names are masked. */
export interface MandateOnDesk extends Pick<MandateView, 'id' | 'programmes' | 'until'> {
  readonly state: 'waiting' | 'acting';
  readonly principal: string;
  readonly helper: string;
  readonly phone?: string;
  readonly street: string;
  readonly since: string;
}

/** A look at them: those to read out first, the longest waiting before the others. */
export interface MandatesOnDesk {
  readonly items: readonly MandateOnDesk[];
  /** There are others, which stand there once some of these were answered. */
  readonly more: boolean;
}

/** What is said on the phone, with whole names. */
export interface MandateCall {
  readonly phone?: string;
  readonly script: string;
}

/** The street reads out what somebody is asked, keeps the answer, and stops what should stop. All of it is audited. */
export abstract class MandateDesk {
  abstract list(desk: MandateDeskOf): Promise<MandatesOnDesk>;

  /** @throws Problem 404 `mandate.unknown` also for another street's. */
  abstract call(desk: MandateDeskOf, id: string): Promise<MandateCall>;

  /** @throws Problem 404 `mandate.unknown`, also once it was answered. */
  abstract answer(desk: MandateDeskOf, id: string, agreed: boolean, reason: string): Promise<void>;

  /** @throws Problem 404 `mandate.unknown`, also once it is over. */
  abstract stop(desk: MandateDeskOf, id: string, reason: string): Promise<void>;
}

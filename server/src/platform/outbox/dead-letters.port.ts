import type { Upstream } from '../config/bureau-address';

/** A message its bureau answered wrongly too often; later ones of its order wait behind it until a person decides. */
export interface DeadLetter {
  readonly id: string;
  readonly topic: string;
  readonly bureau: Upstream;
  readonly order: string;
  readonly appendedAt: Date;
  readonly deadSince: Date;
  /** The last reason, in our own words. */
  readonly why: string;
  /** How many messages of the same order wait behind it. */
  readonly parked: number;
}

/** What a person does about messages that did not get through. Both acts need a reason and are audited. */
export abstract class DeadLetters {
  /** The oldest first, so many at most. */
  abstract list(most: number): Promise<readonly DeadLetter[]>;

  /**
   * Tries again from the beginning, with the same key.
   * @throws Problem 400 `outbox.reason-required`, 404 `outbox.no-dead-letter`.
   */
  abstract replay(id: string, by: string, reason: string): Promise<void>;

  /** Gives it up; its handler is told, and what waited behind it goes on. Throws like `replay`. */
  abstract skip(id: string, by: string, reason: string): Promise<void>;
}

/** What has not got through yet. */
export interface Waiting {
  /** When the oldest of them was appended; absent when there is none. */
  readonly since?: Date;
  readonly count: number;
}

/** Whether a bureau is keeping people waiting. */
export abstract class OutboxHealth {
  /**
   * Messages to the bureau, or of one order only, that have no final answer yet, dead letters included; none of the topics
   * in `but`.
   */
  abstract waiting(bureau: Upstream, order?: string, but?: readonly string[]): Promise<Waiting>;
}

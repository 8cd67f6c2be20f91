import { addDays, type CivilDate, dayInShanghai } from '@jinmen/shared/kernel/civil-date';

/** The only place that reads the machine's clock, so that a test can stop it. */
export class Clock {
  private aheadMs = 0;

  /** @param stoppedAtMs when given, time stands still at this instant. */
  constructor(private readonly stoppedAtMs?: number) {}

  now(): Date {
    return new Date(this.stoppedAtMs ?? this.machineMs() - this.aheadMs);
  }

  /** What the machine says, right or wrong. */
  machineMs(): number {
    return Date.now();
  }

  /** From now on the machine is taken to be so far ahead of everybody else; behind, below zero. */
  correct(aheadMs: number): void {
    this.aheadMs = aheadMs;
  }

  /** The instant this long ago. */
  instantBefore(ms: number): Date {
    return new Date(this.now().getTime() - ms);
  }

  /** The day it is in Tianjin. */
  today(): CivilDate {
    return dayInShanghai(this.now().getTime());
  }

  /** When the next day begins in Tianjin. */
  midnight(): Date {
    return new Date(`${addDays(this.today(), 1)}T00:00:00+08:00`);
  }
}

/** An instant that was told to us, such as one in a cursor or a stored number: the machine's clock is not asked. */
export function instantOf(ms: number): Date {
  return new Date(ms);
}

import type { CivilDate } from '@jinmen/shared/kernel/civil-date';

/** Which window, and what finds the lists it stands in. */
export interface ChangedWindow {
  readonly id: string;
  readonly poolId: string;
  readonly day: CivilDate;
  /** The one it has from then on. */
  readonly version: number;
}

/** Hears which windows changed; may not throw. */
export type WindowListener = (windows: readonly ChangedWindow[]) => void;

/**
 * Who remembers something about windows hears here, in this process, that it is over: right after the transaction that
 * changed them has committed, and before whoever asked for the change is answered. What another process changed is not
 * heard, so nothing may be remembered for longer than may be wrong.
 */
export abstract class WindowChanges {
  abstract subscribe(listener: WindowListener): void;

  /** Told by whatever changes windows or makes new ones, inside its transaction; heard once, when that has committed. */
  abstract changed(windows: readonly ChangedWindow[]): void;
}

import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { SlotWindow, WindowChangeEffect } from '../slot-inventory/slot-inventory.port';

/** Which windows, and what becomes of them. */
export type WindowsWish = {
  readonly service: string;
  readonly sites?: readonly string[];
  readonly pool?: string;
  /** Both included; at most 62 days. */
  readonly from: CivilDate;
  readonly to: CivilDate;
} & (
  | { readonly act: 'open'; readonly template: string; readonly daysOff: boolean }
  | { readonly act: 'close'; readonly why: string }
  | { readonly act: 'reopen' }
  | { readonly act: 'change'; readonly capacity?: number; readonly heldBack?: number }
);

/** One window a wish would touch, or did. */
export interface TouchedWindow {
  readonly day: CivilDate;
  readonly startsAt: string;
  readonly siteName: string;
  readonly pool: string;
  readonly outcome: WindowChangeEffect['outcome'];
  /** How many bookings have a place in it. */
  readonly bookings: number;
}

export interface WindowsEffect {
  readonly made: number;
  readonly unchanged: number;
  /** Left as they are, because more is taken than would fit. */
  readonly refused: number;
  /** Bookings in the windows that are touched. */
  readonly bookings: number;
  /** The first of them. */
  readonly windows: readonly TouchedWindow[];
}

export interface DeskService {
  readonly code: string;
  readonly title: string;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
}

/** Windows of services for the people at `/staff`. */
export abstract class WindowsDesk {
  abstract services(): Promise<readonly DeskService[]>;

  /** By site, pool and time. @throws Problem 404 for a service nobody knows */
  abstract day(service: string, day: CivilDate, site?: string): Promise<readonly SlotWindow[]>;

  /** Nothing is written. @throws Problem 400 `windows.too-many`, 409 `windows.kept-elsewhere`, 404 */
  abstract preview(wish: WindowsWish): Promise<WindowsEffect>;

  /** Whoever has a place in a window that closes keeps the booking without one and is told. Audited. */
  abstract change(wish: WindowsWish, by: string, reason: string): Promise<WindowsEffect>;
}

import type { BookingState } from '@jinmen/shared/bookings/views';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Clock } from '../../platform/clock';
import type { SlotWindow } from '../slot-inventory/slot-inventory.port';
import type { Booking, BookingTurn } from './bookable-service.port';
import type { BookingRow } from './booking.entity';
import { afterMove, type BookingMove, isOver } from './booking.machine';
import { BookingPeople } from './booking-people.service';
import { bookingProblems } from './booking-problems';
import { BookingQuotas } from './booking-quotas.service';
import { BookingWatch } from './booking-watch.port';
import { BookingsRepository, type OpenedBooking } from './bookings.repository';
import { PolicyRegistry } from './policy-registry';

export interface Turn {
  readonly move: BookingMove;
  readonly change?: Partial<
    Pick<
      BookingRow,
      'windowId' | 'site' | 'startsAt' | 'noShowAt' | 'holdId' | 'expiresAt' | 'renewals' | 'excusedAt' | 'excusedWhy'
    >
  >;
  /** What is told; absent when only the people of the booking see it. */
  readonly act?: BookingTurn['act'];
  readonly why?: string;
  /** Which of its people ended it themself. */
  readonly by?: string;
  readonly before?: SlotWindow;
}

/** A booking that was just made, as it stands in its rows and as its service sees it. */
export interface HeldBooking {
  readonly opened: OpenedBooking;
  readonly booking: Booking;
}

/**
 * The one way a booking changes: its row, its step, its quota keys when it is over, and then everybody who wants to
 * know, all in the caller’s transaction, which holds the booking’s row.
 */
@Injectable()
export class BookingTurns implements OnModuleInit {
  private watches: readonly BookingWatch[] = [];

  constructor(
    private readonly bookings: BookingsRepository,
    private readonly quotas: BookingQuotas,
    private readonly policies: PolicyRegistry,
    private readonly people: BookingPeople,
    private readonly clock: Clock,
    private readonly discovery: DiscoveryService,
  ) {}

  onModuleInit(): void {
    const found = new Set<unknown>(this.discovery.getProviders().map(({ instance }) => instance));
    this.watches = [...found].filter((each) => each instanceof BookingWatch);
  }

  /** @throws Problem 409 `booking.not-now` when this cannot happen to it in its state. */
  async make(opened: OpenedBooking, turn: Turn): Promise<OpenedBooking> {
    const { move, change = {}, why } = turn;
    const state = afterMove(opened.row.state, move);
    if (state === undefined) throw bookingProblems.notNow();
    const made = await this.bookings.move(opened, {
      ...change,
      ...this.following(opened, state),
      state,
      act: move,
      ...(why !== undefined && { why }),
    });
    if (isOver(state)) await this.quotas.giveAll(made.row.id);
    await this.tell(made, turn);
    return made;
  }

  /** The first turn of each: they were just added. Their services and the watches are told one after the other. */
  async begin(held: readonly HeldBooking[]): Promise<void> {
    await this.bookings.begin(held.map(({ opened }) => opened));
    for (const { booking } of held) await this.tellOf({ act: 'held', booking });
  }

  /** What a state says of the other columns (the CHECKs of the table). */
  private following({ row }: OpenedBooking, state: BookingState): Partial<BookingRow> {
    const waits = state === 'held' || state === 'pending-partner';
    return {
      ...(!waits && { expiresAt: null }),
      ...(isOver(state) && row.endedAt === null && { endedAt: this.clock.now() }),
      ...((state === 'cancelled' || state === 'expired' || state === 'displaced') && { holdId: null }),
    };
  }

  private async tell(made: OpenedBooking, { act, before, why }: Turn): Promise<void> {
    if (act === undefined) return;
    const booking = await this.people.toBooking(made);
    await this.tellOf({ act, booking, ...(before && { before }), ...(why !== undefined && { why }) });
  }

  private async tellOf(turn: BookingTurn): Promise<void> {
    await this.policies.get(turn.booking.service).turned(turn);
    for (const watch of this.watches) await watch.turned(turn);
  }
}

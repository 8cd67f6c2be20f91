import type { OtherTimeWishes } from '@jinmen/shared/bookings/other-time-wishes';
import type { PlacingParty } from '@jinmen/shared/replacing/placing';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { traceOf } from '../../../platform/http/problem.filter';
import { eachApart } from '../../../platform/jobs/each-apart';
import { SealBroken } from '../../../platform/sealing/envelope';
import type { Booking } from '../bookable-service.port';
import { BookingLines } from '../booking-lines';
import { BookingPeople } from '../booking-people.service';
import { BookingsRepository, type OpenedBooking } from '../bookings.repository';
import { type EarlierLosses, LossHistory } from './loss-history.port';

/** A booking without its time, and what decides who comes first (docs/adr/0020). */
export interface Loss {
  readonly booking: Booking;
  readonly units: number;
  readonly turn: Pick<PlacingParty, 'hardships' | 'displaced' | 'since'>;
  readonly wishes?: OtherTimeWishes;
}

@Injectable()
export class Losses implements OnModuleInit {
  private readonly logger = new Logger('Displaced');
  private histories: readonly LossHistory[] = [];

  constructor(
    private readonly bookings: BookingsRepository,
    private readonly people: BookingPeople,
    private readonly lines: BookingLines,
    private readonly discovery: DiscoveryService,
  ) {}

  onModuleInit(): void {
    const found = new Set<unknown>(this.discovery.getProviders().map(({ instance }) => instance));
    this.histories = [...found].filter((each) => each instanceof LossHistory);
  }

  /** In the order of the ids. One that cannot be read is left out and keeps nobody else waiting. */
  async of(ids: readonly string[]): Promise<readonly Loss[]> {
    const opened = new Map((await this.readable(ids)).map((each) => [each.row.id, each]));
    const times = await this.timesLost(ids);
    const known = await this.known(ids);
    const found: Loss[] = [];
    for (const id of ids) {
      const one = opened.get(id);
      if (one) found.push(...(await this.orNone(one, times.get(id) ?? 1, known.get(id))));
    }
    return found;
  }

  /** All at once; where one does not open any more, one after another without it. */
  private async readable(ids: readonly string[]): Promise<readonly OpenedBooking[]> {
    try {
      return await this.bookings.findAll(ids);
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      const found: OpenedBooking[] = [];
      await eachApart(ids, async (id) => found.push(...(await this.bookings.findAll([id]))), this.logger);
      return found;
    }
  }

  private async orNone(opened: OpenedBooking, displaced: number, known?: EarlierLosses): Promise<readonly Loss[]> {
    try {
      const booking = await this.people.toBooking(opened);
      const lines = await this.lines.of(booking, booking.window.id);
      const units = lines.find(({ windowId }) => windowId === booking.window.id)?.units ?? 1;
      const turn = { hardships: known?.hardships ?? 0, displaced, since: opened.row.createdAt.getTime() };
      return [{ booking, units, turn, ...(known?.wishes && { wishes: known.wishes }) }];
    } catch (error) {
      this.logger.error({ booking: opened.row.id, ...traceOf(error) });
      return [];
    }
  }

  private async timesLost(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const times = new Map<string, number>();
    for (const { bookingId, act } of await this.bookings.stepsOf(ids)) {
      if (act === 'displace') times.set(bookingId, (times.get(bookingId) ?? 0) + 1);
    }
    return times;
  }

  private async known(ids: readonly string[]): Promise<ReadonlyMap<string, EarlierLosses>> {
    const all = await Promise.all(this.histories.map((history) => history.of(ids)));
    return new Map(all.flatMap((each) => [...each]));
  }
}

import { Injectable } from '@nestjs/common';
import { Notices } from '../../notices/notices.port';
import type { Booking, BookingTurn } from '../bookable-service.port';
import { BookingWatch } from '../booking-watch.port';
import { AskingsRepository } from './askings.repository';

/** What the turns of a booking mean for whoever was asked to join it. */
@Injectable()
export class AskingWatch extends BookingWatch {
  constructor(
    private readonly askings: AskingsRepository,
    private readonly notices: Notices,
  ) {
    super();
  }

  async turned({ act, booking }: BookingTurn): Promise<void> {
    if (act === 'expired') await this.tellOpeners(booking);
    if (act === 'moved') await this.endSooner(booking);
  }

  /**
   * Whoever opened a link and is not in the booking reads that it was not confirmed in time: the same words at the same
   * moment as the one who asked, whatever they had answered (design §6).
   */
  private async tellOpeners({ id }: Booking): Promise<void> {
    const asking = await this.askings.lastJoin(id);
    if (!asking) return;
    for (const accountId of await this.askings.openersOf(asking)) {
      const about = { kind: 'invitation', id: asking.id } as const;
      await this.notices.post({ accountId, topic: 'booking-not-confirmed', about });
    }
  }

  /** Moved before the other answered: a yes counts at most to the new cut-off. */
  private async endSooner({ id, window: { closesAt } }: Booking): Promise<void> {
    const asking = await this.askings.find(id, 'join');
    if (asking && closesAt < asking.until) await this.askings.setUntil(asking, closesAt);
  }
}

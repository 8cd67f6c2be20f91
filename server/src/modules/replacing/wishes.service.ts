import type { OtherTimeWishes } from '@jinmen/shared/bookings/other-time-wishes';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { Problem } from '../../platform/http/problem';
import { Bookings } from '../bookings/bookings.port';
import { OtherTimesWished } from './other-time-wishes.port';
import { ReplacedServices } from './replaced-services';
import { ReplacingWish } from './wish.entity';

const notNow = () => new Problem(409, 'booking.not-now', '现在不用说这些了。请刷新看看最新的情况。');

/** Asked for beside the times that are kept for them; the next round of their service holds to it. */
@Injectable()
export class WishesService extends OtherTimesWished {
  constructor(
    private readonly bookings: Bookings,
    private readonly services: ReplacedServices,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** In place of what they said before. @throws Problem 409 `booking.not-now` unless it waits for another time. */
  say(bookingId: string, wishes: OtherTimeWishes): Promise<void> {
    return this.transactions.run(async () => {
      const booking = await this.bookings.findForUpdate(bookingId);
      if (booking?.state !== 'displaced' || !this.services.find(booking.service)) throw notNow();
      const { manager } = this.transactions;
      await manager.delete(ReplacingWish, { bookingId });
      const said = JSON.stringify({ impossible: wishes.impossible.toSorted(), sites: wishes.sites.toSorted() });
      await manager.insert(ReplacingWish, { bookingId, said, at: this.clock.now() });
    });
  }

  async of(bookingIds: readonly string[]): Promise<ReadonlyMap<string, OtherTimeWishes>> {
    if (bookingIds.length === 0) return new Map();
    const rows = await this.transactions.manager.findBy(ReplacingWish, { bookingId: In([...bookingIds]) });
    return new Map(rows.map(({ bookingId, said }) => [bookingId, JSON.parse(said) as OtherTimeWishes]));
  }
}

import { Injectable } from '@nestjs/common';
import { type EarlierLosses, LossHistory } from '../bookings/displaced/loss-history.port';
import { RoundsRepository } from './rounds.repository';
import { WishesService } from './wishes.service';

/** Whoever was placed anew before, and what they wished then, for the first times that are kept for them this time. */
@Injectable()
export class EarlierRounds extends LossHistory {
  constructor(
    private readonly rounds: RoundsRepository,
    private readonly wishes: WishesService,
  ) {
    super();
  }

  async of(bookingIds: readonly string[]): Promise<ReadonlyMap<string, EarlierLosses>> {
    const rounds = await this.rounds.historyOfBookings(bookingIds);
    const wishes = await this.wishes.of(bookingIds);
    const known = new Map<string, EarlierLosses>();
    for (const id of bookingIds) {
      const [hardships, wished] = [rounds.get(id)?.hardships ?? 0, wishes.get(id)];
      if (hardships > 0 || wished) known.set(id, { hardships, ...(wished && { wishes: wished }) });
    }
    return known;
  }
}

import type { BookingAct } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { type AskedNow, Partners } from './partner/partners.port';

/** Where bookings are for one person alone. */
@Injectable()
export class NobodyElse extends Partners {
  ask(): Promise<Date> {
    throw new Error('bookings here are for one person');
  }

  propose(): Promise<Date> {
    throw new Error('bookings here are for one person');
  }

  async now(): Promise<AskedNow> {
    return {};
  }

  acts(): readonly BookingAct[] {
    return [];
  }

  async forget(): Promise<void> {
    // nobody was asked
  }
}

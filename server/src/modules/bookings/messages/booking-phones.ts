import { Injectable } from '@nestjs/common';
import { GivenPhones } from '../../texting/given-phones.port';
import { BookingsRepository } from '../bookings.repository';

const MOST = 200;

/** What somebody left for their bookings. */
@Injectable()
export class BookingPhones extends GivenPhones {
  constructor(private readonly bookings: BookingsRepository) {
    super();
  }

  async of(accountId: string): Promise<readonly string[]> {
    const theirs = (await this.bookings.list({ accountId }, { limit: MOST })).flatMap(({ parties }) => parties);
    return theirs.flatMap(({ row, phone }) => (row.accountId === accountId && phone !== undefined ? [phone] : []));
  }
}

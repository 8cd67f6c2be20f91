import { Injectable } from '@nestjs/common';
import type { Resident } from '../../platform/auth/current';
import { OwnershipCheck } from '../../platform/http/owned';
import { BookingPeople } from './booking-people.service';
import { BookingsRepository } from './bookings.repository';

/**
 * Theirs on whose phone it was made, and theirs who said yes, wherever that was, on each phone the identity bureau knows
 * them on. Neither right is ever taken away.
 */
@Injectable()
export class BookingOwnership extends OwnershipCheck {
  readonly kind = 'booking';

  constructor(
    private readonly bookings: BookingsRepository,
    private readonly people: BookingPeople,
  ) {
    super();
  }

  async owns({ accountId }: Resident, id: string): Promise<boolean> {
    // most look on the phone they booked with: who they are is asked for the others alone
    if (await this.bookings.isOf(id, { accountId })) return true;
    return this.bookings.isOf(id, await this.people.whose(accountId));
  }
}

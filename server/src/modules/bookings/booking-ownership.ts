import { Injectable } from '@nestjs/common';
import type { Resident } from '../../platform/auth/current';
import { OwnershipCheck } from '../../platform/http/owned';
import { BookingsRepository } from './bookings.repository';

/** Theirs on whose phone it was made, or who said yes on a phone of their own. Neither right is ever taken away. */
@Injectable()
export class BookingOwnership extends OwnershipCheck {
  readonly kind = 'booking';

  constructor(private readonly bookings: BookingsRepository) {
    super();
  }

  owns({ accountId }: Resident, id: string): Promise<boolean> {
    return this.bookings.isOf(id, accountId);
  }
}

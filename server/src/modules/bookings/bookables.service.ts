import type { WindowView } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import type { SlotWindow } from '../slot-inventory/slot-inventory.port';
import type { BookableService, BookingRefusal } from './bookable-service.port';
import { Bookables } from './bookables.port';
import { CancelLimits, type LimitedWish } from './cancel-limits/cancel-limits.service';
import { PolicyRegistry } from './policy-registry';
import { windowView } from './window-views';

@Injectable()
export class BookablesService extends Bookables {
  constructor(
    private readonly policies: PolicyRegistry,
    private readonly cancels: CancelLimits,
    private readonly clock: Clock,
  ) {
    super();
  }

  find(service: string): BookableService | undefined {
    return this.policies.find(service);
  }

  refusedForNow(wish: LimitedWish): Promise<BookingRefusal | undefined> {
    return this.cancels.refusalOf(wish);
  }

  windowView(window: SlotWindow): WindowView {
    return windowView(this.policies.get(window.pool.service), window, this.clock.now());
  }
}

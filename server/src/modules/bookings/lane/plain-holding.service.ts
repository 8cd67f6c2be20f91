import type { BookingView } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { Idempotency } from '../../../platform/idempotency/idempotency';
import type { IdempotencyScope } from '../../../platform/idempotency/idempotency-store';
import { BookingViews } from '../booking-views.service';
import type { HoldWanted } from '../hold-claims.service';
import { Holding } from '../holding.service';

/** One booking in a transaction of its own. */
@Injectable()
export class PlainHolding {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly holding: Holding,
    private readonly views: BookingViews,
  ) {}

  async hold(scope: IdempotencyScope, accountId: string, wanted: HoldWanted): Promise<BookingView> {
    const answer = await this.idempotency.once(scope, async () => {
      const [view] = await this.views.begun([await this.holding.hold(accountId, wanted)]);
      return { status: 201, body: view };
    });
    return answer.body as BookingView; // kept under this route, where it is one
  }
}

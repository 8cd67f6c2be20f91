import type { BookingView, NewInvitationView, PartnerWay } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { BookingViews } from '../booking-views.service';
import { AskingsRepository } from './askings.repository';
import { partnerProblems } from './partner-problems';
import { StandingAskings } from './standing-askings.service';

const DAY_MS = 86_400_000;
/** Links of one asking in a day: whoever is sent more is bothered, not asked. */
const MOST_LINKS = 10;

/** How one of the two asks the other. Inside the transaction of its idempotency key. */
@Injectable()
export class AskingOthers {
  constructor(
    private readonly standing: StandingAskings,
    private readonly askings: AskingsRepository,
    private readonly views: BookingViews,
    private readonly clock: Clock,
  ) {}

  /**
   * A new link ends the one before.
   * @throws Problem 409 `booking.nothing-asked`, 429 `booking-invitation.too-many-links`.
   */
  async sendLink(accountId: string, id: string): Promise<NewInvitationView> {
    const { asking } = await this.standing.askedBy(accountId, await this.standing.locked(id));
    if ((await this.askings.linksSince(asking, this.clock.instantBefore(DAY_MS))) >= MOST_LINKS) {
      throw partnerProblems.tooManyLinks();
    }
    return { token: await this.askings.sendLink(asking), until: asking.until.toISOString() };
  }

  /** Choosing the desk confirms nothing. @throws Problem 409 `booking.nothing-asked` */
  async chooseWay(accountId: string, id: string, way: PartnerWay): Promise<BookingView> {
    const { opened, asking } = await this.standing.askedBy(accountId, await this.standing.locked(id));
    await this.askings.setWay(asking, way);
    return this.views.one(opened, accountId);
  }
}

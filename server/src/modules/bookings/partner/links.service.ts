import type { BookingInvitationView } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { problems } from '../../../platform/http/problem';
import type { Asking } from './asking.entity';
import { AskingsRepository } from './askings.repository';
import type { Invitation } from './invitation.entity';
import { partnerProblems } from './partner-problems';

export interface Linked {
  readonly asking: Asking;
  /** None where it was found without one, by somebody who had opened it before. */
  readonly link?: Invitation;
  readonly state: BookingInvitationView['state'];
}

/** What a link asks, and whether it is still good. */
@Injectable()
export class Links {
  constructor(
    private readonly askings: AskingsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * By the link; and by the asking's own id for whoever opened, before, the one that was sent last: a message leads there.
   * @throws Problem 404 for a link nobody made.
   */
  async find(token: string, accountId?: string): Promise<Linked> {
    const link = await this.askings.findLink(token);
    if (link) {
      const asking = await this.askings.get(link.askingId);
      const own = link.endedAs === 'replaced' && asking.endedAs === null ? 'revoked' : undefined;
      return { asking, link, state: own ?? this.stateOf(asking) };
    }
    const asking = accountId && (await this.askings.findOpened(token, accountId));
    if (!asking) throw problems.notFound();
    return { asking, state: this.stateOf(asking) };
  }

  /** @throws Problem 409 `booking-invitation.used`, `…expired`, `…revoked`; 404 */
  async findOpen(token: string, accountId: string): Promise<Linked> {
    const linked = await this.find(token, accountId);
    const { state } = linked;
    if (state !== 'open') throw partnerProblems[state]();
    return linked;
  }

  private stateOf({ endedAs, until }: Asking): Linked['state'] {
    if (endedAs === 'agreed') return 'used';
    if (until <= this.clock.now()) return 'expired';
    return endedAs === null ? 'open' : 'revoked';
  }
}

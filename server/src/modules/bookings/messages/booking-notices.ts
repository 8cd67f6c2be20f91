import { Injectable } from '@nestjs/common';
import { Notices } from '../../notices/notices.port';
import type { BookingTurn } from '../bookable-service.port';
import { BookingWatch } from '../booking-watch.port';
import { PolicyRegistry } from '../policy-registry';
import { bookingTopic } from './booking-topics';

/** Tells everybody of a booking what happened to it, each on their own phone, in the words of its service. */
@Injectable()
export class BookingNotices extends BookingWatch {
  constructor(
    private readonly notices: Notices,
    private readonly policies: PolicyRegistry,
  ) {
    super();
  }

  async turned(turn: BookingTurn): Promise<void> {
    const policy = this.policies.get(turn.booking.service);
    const topic = policy.topicOf ? policy.topicOf(turn) : bookingTopic(turn);
    if (topic === undefined) return;
    for (const { accountId } of turn.booking.parties) {
      if (accountId === undefined) continue;
      const about = { kind: 'booking', id: turn.booking.id } as const;
      await this.notices.post({ accountId, topic, about });
    }
  }
}

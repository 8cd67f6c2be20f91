import { Injectable } from '@nestjs/common';
import { Notices, type NoticeTopic } from '../../notices/notices.port';
import type { BookingParty, BookingTurn } from '../bookable-service.port';
import { BookingWatch } from '../booking-watch.port';
import { PolicyRegistry } from '../policy-registry';

/** Who has to be told of a turn; a new time of a displaced booking is told by `displaced/`, with what is kept for it. */
const TOLD: Readonly<Partial<Record<BookingTurn['act'], { topic: NoticeTopic; who: (turn: BookingTurn) => boolean }>>> =
  {
    confirmed: { topic: 'booking-confirmed', who: () => true },
    moved: { topic: 'booking-moved', who: () => true },
    // whoever cancels what is theirs alone has just read so; what was called off, nobody has
    cancelled: {
      topic: 'booking-cancelled',
      who: ({ booking, why }) => booking.parties.length > 1 || why !== undefined,
    },
    // a hold that ran out before its holder had said yes was never a booking
    expired: { topic: 'booking-not-confirmed', who: ({ booking }) => booking.parties.some(saidYes) },
    'no-show': { topic: 'booking-missed', who: () => true },
  };

/** Tells everybody of a booking what happened to it, each on their own phone. */
@Injectable()
export class BookingNotices extends BookingWatch {
  constructor(
    private readonly notices: Notices,
    private readonly policies: PolicyRegistry,
  ) {
    super();
  }

  async turned(turn: BookingTurn): Promise<void> {
    const told = TOLD[turn.act];
    if (!told?.who(turn) || this.policies.get(turn.booking.service).tellsItself) return;
    for (const { accountId } of turn.booking.parties) {
      if (accountId === undefined) continue;
      const about = { kind: 'booking', id: turn.booking.id } as const;
      await this.notices.post({ accountId, topic: told.topic, about });
    }
  }
}

function saidYes({ confirmedAt }: BookingParty): boolean {
  return confirmedAt !== undefined;
}

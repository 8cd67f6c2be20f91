import { Injectable } from '@nestjs/common';
import { People } from '../../identity/people.port';
import { Notices } from '../../notices/notices.port';
import { type BookingTurn, isSpokenFor } from '../bookable-service.port';
import { BookingWatch } from '../booking-watch.port';

/**
 * Whoever knows somebody's name and number can say yes for them on a phone of their own (there is no face gate); so the
 * person hears of it at once on the account that is theirs, and can take themself out there (security.md T7).
 */
@Injectable()
export class SaidElsewhere extends BookingWatch {
  constructor(
    private readonly people: People,
    private readonly notices: Notices,
  ) {
    super();
  }

  async turned({ act, booking: { id, parties } }: BookingTurn): Promise<void> {
    if (act !== 'confirmed') return;
    for (const { personId } of parties.filter(isSpokenFor)) {
      const accountId = await this.people.firstOf(personId);
      // kept on the phone it was said on, it would tell nobody anything new
      if (accountId === undefined || parties.some((party) => party.accountId === accountId)) continue;
      await this.notices.post({ accountId, topic: 'booking-said-elsewhere', about: { kind: 'booking', id } });
    }
  }
}

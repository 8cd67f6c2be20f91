import type { PartnerWay } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import type { BookingPerson, BookingRefusal } from '../bookable-service.port';
import { BookingMoving } from '../booking-moving.service';
import { BookingTurns } from '../booking-turns.service';
import { BookingsRepository, type OpenedBooking } from '../bookings.repository';
import type { Asking } from './asking.entity';
import { AskingsRepository } from './askings.repository';
import { partnerWords } from './partner-words';
import { SeatClaims } from './seat-claims.service';

const { problems: words } = partnerWords;

/** Who says yes, and how they showed that they are it. */
export interface SecondPerson extends BookingPerson {
  readonly way: PartnerWay;
  /** Their own phone, if it was on one. */
  readonly accountId?: string;
  readonly phone?: string;
}

export type Agreed = { readonly agreed: OpenedBooking } | { readonly refusal: BookingRefusal };

/** A yes, by whatever way. Why somebody cannot is for their own eyes. */
@Injectable()
export class SecondPersons {
  constructor(
    private readonly claims: SeatClaims,
    private readonly bookings: BookingsRepository,
    private readonly askings: AskingsRepository,
    private readonly turns: BookingTurns,
    private readonly moving: BookingMoving,
    private readonly clock: Clock,
  ) {}

  /**
   * To what is asked, inside a transaction that holds the booking's row. A no said before does not stand against it. A
   * refusal (`booking-invitation.expired`, `…yourself`, `…other-person`, and those of `SeatClaims`) has written nothing.
   * @throws Problem when a key of the other time clashes: whatever was written is to be undone then.
   */
  async agree(opened: OpenedBooking, asking: Asking, person: SecondPerson): Promise<Agreed> {
    if (asking.until <= this.clock.now()) return refused('booking-invitation.expired', words.expired);
    if (asking.purpose === 'change') return this.change(opened, asking, person);
    const isFirst = opened.parties.some(({ row }) => row.personId === person.personId);
    if (isFirst) return refused('booking-invitation.yourself', words.yourself);
    const refusal = await this.claims.claim(opened, asking, person);
    return refusal ? { refusal } : { agreed: await this.join(opened, asking, person) };
  }

  private async join(opened: OpenedBooking, asking: Asking, person: SecondPerson): Promise<OpenedBooking> {
    const { personId, accountId, phone, way } = person;
    const party = await this.bookings.addParty(opened.row.id, {
      role: 'partner',
      personId,
      way,
      confirmedAt: this.clock.now(),
      ...(accountId !== undefined && { accountId }),
      ...(phone !== undefined && { phone }),
    });
    await this.askings.end(asking, 'agreed');
    const both = { ...opened, parties: [...opened.parties, party] };
    return this.turns.make(both, { move: 'confirm', act: 'confirmed' });
  }

  /** Only by the one who is asked. */
  private async change(opened: OpenedBooking, asking: Asking, { personId }: SecondPerson): Promise<Agreed> {
    const asked = opened.parties.find(({ row }) => row.role === asking.asked);
    if (asked?.row.personId !== personId) return refused('booking-invitation.other-person', words.otherPerson);
    const { holdId, windowId } = asking;
    if (holdId === null || windowId === null) throw new Error(`asking ${asking.id} names no time`);
    const refusal = await this.moving.against(opened, { holdId, windowId });
    if (refusal) return { refusal };
    await this.askings.end(asking, 'agreed');
    return { agreed: await this.moving.take(opened, { holdId, windowId }) };
  }
}

function refused(code: string, said: string): Agreed {
  return { refusal: { code, words: said } };
}

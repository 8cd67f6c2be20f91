import { Injectable } from '@nestjs/common';
import { SlotInventory } from '../../slot-inventory/slot-inventory.port';
import type { BookingPerson, BookingRefusal } from '../bookable-service.port';
import { BookingPeople } from '../booking-people.service';
import { BookingQuotas } from '../booking-quotas.service';
import { bookingWords } from '../booking-words';
import type { OpenedBooking } from '../bookings.repository';
import { PolicyRegistry } from '../policy-registry';
import type { Asking } from './asking.entity';

const LAPSED: BookingRefusal = { code: 'booking.hold-lapsed', words: bookingWords.lapsed };

/** Whether somebody may be the second person of a booking; and then its place and their quota keys are theirs. */
@Injectable()
export class SeatClaims {
  constructor(
    private readonly people: BookingPeople,
    private readonly policies: PolicyRegistry,
    private readonly slots: SlotInventory,
    private readonly quotas: BookingQuotas,
  ) {}

  /**
   * Refused with what the service says against them, `booking.already-yours` or `booking.hold-lapsed`: nothing is left
   * of it then, so that a desk can be told in a transaction of its own.
   */
  async claim(opened: OpenedBooking, { until }: Asking, person: BookingPerson): Promise<BookingRefusal | undefined> {
    const { id, service, kind, holdId } = opened.row;
    const policy = this.policies.get(service);
    const booking = await this.people.toBooking(opened);
    const refusal = await policy.admitPartner(booking, person);
    if (refusal) return refusal;
    // its windows are locked from here on, and only then its keys: the order of everybody
    if (holdId === null || !(await this.slots.extend(holdId, until))) return LAPSED;
    const keys = policy.quotaKeys(kind, person, booking.window, booking.details);
    if (await this.quotas.claim(id, 'partner', keys)) {
      const title = policy.kinds.find(({ code }) => code === kind)?.title ?? policy.title;
      return { code: 'booking.already-yours', words: bookingWords.alreadyElsewhere(title) };
    }
    if (await this.slots.confirm(holdId)) return undefined;
    await this.quotas.give(keys);
    return LAPSED;
  }
}

import { Injectable } from '@nestjs/common';
import { maskedName, maskedPhone } from '../../../platform/masking';
import { BookingPeople } from '../booking-people.service';
import { BookingsRepository } from '../bookings.repository';
import { Partners } from '../partner/partners.port';
import { PolicyRegistry } from '../policy-registry';
import type { DisplacedBooking } from './displaced.entity';
import type { StaffDisplaced } from './displaced-desk.port';
import { KeptForDisplaced } from './kept-times.port';

/** A booking without a time as staff see it. */
@Injectable()
export class DisplacedViews {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly people: BookingPeople,
    private readonly policies: PolicyRegistry,
    private readonly partners: Partners,
    private readonly kept: KeptForDisplaced,
  ) {}

  /** None of one that has a time again, or is over, since the list was read. */
  async of({ bookingId, toldAt }: DisplacedBooking): Promise<readonly StaffDisplaced[]> {
    const opened = await this.bookings.find(bookingId);
    if (opened?.row.state !== 'displaced' || toldAt === null) return [];
    const { id, service, kind, site, window, parties } = await this.people.toBooking(opened);
    const policy = this.policies.get(service);
    const keptUntil = (await this.kept.find(id))?.until;
    const askedUntil = (await this.partners.now(id)).change?.until;
    const shown: StaffDisplaced = {
      id,
      title: policy.kinds.find(({ code }) => code === kind)?.title ?? policy.title,
      siteName: (await policy.sites()).find((each) => each.id === site)?.name ?? site,
      lost: window.startsAt.toISOString(),
      toldAt: toldAt.toISOString(),
      ...(keptUntil && { keptUntil: keptUntil.toISOString() }),
      ...(askedUntil && { askedUntil: askedUntil.toISOString() }),
      people: parties.map(({ role, name, phone }) => ({
        role,
        name: maskedName(name),
        ...(phone !== undefined && { phone: maskedPhone(phone) }),
      })),
    };
    return [shown];
  }
}

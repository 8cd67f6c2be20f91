import type { NoShowView } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { Brackets } from 'typeorm';
import type { Resident } from '../../../platform/auth/current';
import { Transactions } from '../../../platform/database/transactions';
import { type Page, type PageRequest, pageOf } from '../../../platform/http/page';
import { BookingRow } from '../booking.entity';
import { BookingPartyRow } from '../booking-party.entity';
import { BookingPeople } from '../booking-people.service';
import { BookingsRepository, namesOf, PARTY_IS_THEIRS } from '../bookings.repository';
import { PolicyRegistry } from '../policy-registry';
import type { Whose } from '../whose';

/**
 * The days nobody came, each shown to its own people alone. Nobody has published a consequence, so there is none: the
 * ledger is there to be seen and to be put right.
 */
@Injectable()
export class NoShows {
  constructor(
    private readonly transactions: Transactions,
    private readonly bookings: BookingsRepository,
    private readonly people: BookingPeople,
    private readonly policies: PolicyRegistry,
  ) {}

  async list({ accountId }: Resident, page: PageRequest): Promise<Page<NoShowView>> {
    const rows = await this.rows(await this.people.whose(accountId), page);
    const { items, ...more } = pageOf(
      rows,
      page.limit,
      ({ createdAt, id }) => ({ at: createdAt, id }),
      (row) => row,
    );
    return { items: await Promise.all(items.map((row) => this.view(row))), ...more };
  }

  private rows(whose: Whose, { limit, after }: PageRequest): Promise<BookingRow[]> {
    const query = this.transactions.manager
      .createQueryBuilder(BookingRow, 'booking')
      .innerJoin(BookingPartyRow, 'party', 'party.bookingId = booking.id')
      .where(`${PARTY_IS_THEIRS} AND booking.state = 'no-show'`, namesOf(whose))
      .orderBy('booking.createdAt', 'DESC')
      .addOrderBy('booking.id', 'DESC')
      .take(limit + 1);
    if (!after) return query.getMany();
    const older = new Brackets((where) =>
      where
        .where('booking.createdAt < :at', { at: after.at })
        .orWhere('booking.createdAt = :at AND booking.id < :id', { at: after.at, id: after.id }),
    );
    return query.andWhere(older).getMany();
  }

  private async view(row: BookingRow): Promise<NoShowView> {
    const { id, number, service, kind, site, startsAt, excusedAt } = row;
    const why = this.bookings.excuseOf(row);
    const sites = (await this.policies.find(service)?.sites()) ?? [];
    return {
      ...{ booking: id, number, service, kind, startsAt: startsAt.toISOString() },
      siteName: sites.find((each) => each.id === site)?.name ?? site,
      ...(excusedAt && { excused: { at: excusedAt.toISOString(), ...(why && { why }) } }),
    };
  }
}

import type { NoShowView } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { Brackets, In } from 'typeorm';
import type { Resident } from '../../../platform/auth/current';
import { Transactions } from '../../../platform/database/transactions';
import { type Page, type PageRequest, pageOf } from '../../../platform/http/page';
import { BookingRow } from '../booking.entity';
import { BookingPartyRow } from '../booking-party.entity';
import { BookingStep } from '../booking-step.entity';
import { PolicyRegistry } from '../policy-registry';

/**
 * The days nobody came, each shown to its own people alone. Nobody has published a consequence, so there is none: the
 * ledger is there to be seen and to be put right.
 */
@Injectable()
export class NoShows {
  constructor(
    private readonly transactions: Transactions,
    private readonly policies: PolicyRegistry,
  ) {}

  async list({ accountId }: Resident, page: PageRequest): Promise<Page<NoShowView>> {
    const rows = await this.rows(accountId, page);
    const { items, ...more } = pageOf(
      rows,
      page.limit,
      ({ createdAt, id }) => ({ at: createdAt, id }),
      (row) => row,
    );
    const whys = await this.whysOf(items);
    return { items: await Promise.all(items.map((row) => this.view(row, whys.get(row.id)))), ...more };
  }

  private rows(accountId: string, { limit, after }: PageRequest): Promise<BookingRow[]> {
    const query = this.transactions.manager
      .createQueryBuilder(BookingRow, 'booking')
      .innerJoin(BookingPartyRow, 'party', 'party.bookingId = booking.id')
      .where("party.accountId = :accountId AND booking.state = 'no-show'", { accountId })
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

  private async whysOf(rows: readonly BookingRow[]): Promise<ReadonlyMap<string, string | null>> {
    const where = { bookingId: In(rows.map(({ id }) => id)), act: 'excuse' as const };
    const steps = rows.length === 0 ? [] : await this.transactions.manager.findBy(BookingStep, where);
    return new Map(steps.map(({ bookingId, why }) => [bookingId, why]));
  }

  private async view(
    { id, number, service, kind, site, startsAt, excusedAt }: BookingRow,
    why: string | null | undefined,
  ): Promise<NoShowView> {
    const sites = (await this.policies.find(service)?.sites()) ?? [];
    return {
      ...{ booking: id, number, service, kind, startsAt: startsAt.toISOString() },
      siteName: sites.find((each) => each.id === site)?.name ?? site,
      ...(excusedAt && { excused: { at: excusedAt.toISOString(), ...(why && { why }) } }),
    };
  }
}

import type { BookingView } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { type Page, type PageRequest, pageOf } from '../../platform/http/page';
import { problems } from '../../platform/http/problem';
import { BookingPeople } from './booking-people.service';
import { BookingViews } from './booking-views.service';
import { BookingsRepository, type OpenedBooking } from './bookings.repository';

/** What residents read of their bookings. */
@Injectable()
export class MyBookings {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly people: BookingPeople,
    private readonly views: BookingViews,
  ) {}

  async find(id: string, accountId: string): Promise<BookingView> {
    const view = await this.views.find(id, accountId);
    if (!view) throw problems.notFound();
    return view;
  }

  async list(accountId: string, page: PageRequest): Promise<Page<BookingView>> {
    const found = await this.bookings.list(await this.people.whose(accountId), page);
    const place = ({ row }: OpenedBooking) => ({ at: row.createdAt, id: row.id });
    const { items, ...more } = pageOf(found, page.limit, place, (opened) => opened);
    return { items: await this.views.all(items, accountId), ...more };
  }
}

import type { BookingView } from '@jinmen/shared/bookings/views';
import { CreateBookingDto } from '@jinmen/shared/dto/booking.dto';
import { PageQueryDto } from '@jinmen/shared/dto/page-query.dto';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { problemSchema } from '../../platform/http/json-schema';
import { Owned } from '../../platform/http/owned';
import { type Page, pageRequest } from '../../platform/http/page';
import { Idempotent } from '../../platform/idempotency/idempotent';
import { BookingViews } from './booking-views.service';
import { bookingSchema, bookingsSchema, createBookingSchema } from './bookings.schema';
import { Holding } from './holding.service';
import { MyBookings } from './my-bookings.service';

@ApiTags('bookings')
@Controller('api/v1/bookings')
export class BookingsController {
  constructor(
    private readonly holding: Holding,
    private readonly mine: MyBookings,
    private readonly views: BookingViews,
  ) {}

  @Post()
  @HttpCode(201)
  @Access('resident')
  @Idempotent()
  @ApiOperation({ summary: 'Keeps one time for the resident for some minutes, to be confirmed' })
  @ApiBody({ schema: createBookingSchema })
  @ApiCreatedResponse({ schema: bookingSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  async hold(
    @CurrentResident() { accountId }: Resident,
    @Body() { service, kind, windowId, details = {} }: CreateBookingDto,
  ): Promise<BookingView> {
    return this.views.one(await this.holding.hold(accountId, { service, kind, windowId, details }), accountId);
  }

  @Get()
  @Access('resident')
  @ApiOperation({ summary: 'Bookings the resident made or said yes to, newest first' })
  @ApiOkResponse({ schema: bookingsSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  list(@CurrentResident() { accountId }: Resident, @Query() query: PageQueryDto): Promise<Page<BookingView>> {
    return this.mine.list(accountId, pageRequest(query));
  }

  @Get(':id')
  @Access('resident')
  @Owned('booking')
  @ApiOperation({ summary: 'One of them' })
  @ApiOkResponse({ schema: bookingSchema })
  find(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<BookingView> {
    return this.mine.find(id, accountId);
  }
}

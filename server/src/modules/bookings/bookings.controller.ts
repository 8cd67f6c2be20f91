import type { BookingView } from '@jinmen/shared/bookings/views';
import { CreateBookingDto } from '@jinmen/shared/dto/booking.dto';
import { PageQueryDto } from '@jinmen/shared/dto/page-query.dto';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { SHED_FIRST } from '../../platform/http/admission/admission';
import { problemSchema } from '../../platform/http/json-schema';
import { Owned } from '../../platform/http/owned';
import { type Page, pageRequest } from '../../platform/http/page';
import { Idempotent, type IdempotentCall, KeyedCall } from '../../platform/idempotency/idempotent';
import { bookingSchema, bookingsSchema, createBookingSchema } from './bookings.schema';
import { BookingLane } from './lane/booking-lane.service';
import { MyBookings } from './my-bookings.service';

@ApiTags('bookings')
@Controller('api/v1/bookings')
export class BookingsController {
  constructor(
    private readonly lane: BookingLane,
    private readonly mine: MyBookings,
  ) {}

  @Post()
  @HttpCode(201)
  @Access('resident')
  @RouteConfig(SHED_FIRST)
  @Idempotent({ by: 'handler' })
  @ApiOperation({ summary: 'Keeps one time for the resident for some minutes, to be confirmed' })
  @ApiBody({ schema: createBookingSchema })
  @ApiCreatedResponse({ schema: bookingSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  hold(
    @KeyedCall() call: IdempotentCall,
    @CurrentResident() { accountId }: Resident,
    @Body() { service, kind, windowId, details = {} }: CreateBookingDto,
  ): Promise<BookingView> {
    return this.lane.hold(call, accountId, { service, kind, windowId, details });
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

import type { BookingView, OwnNameView, PassView } from '@jinmen/shared/bookings/views';
import { ConfirmBookingDto, RescheduleBookingDto } from '@jinmen/shared/dto/booking.dto';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { problemSchema } from '../../platform/http/json-schema';
import { Owned } from '../../platform/http/owned';
import { Idempotent } from '../../platform/idempotency/idempotent';
import { BookingViews } from './booking-views.service';
import { bookingSchema, confirmBookingSchema, ownNameSchema, passSchema, rescheduleSchema } from './bookings.schema';
import { Cancelling } from './cancelling.service';
import { type Confirmation, Confirming } from './confirming.service';
import { OwnNames } from './own-names.service';
import { Passes } from './passes.service';
import { Renewing } from './renewing.service';
import { Rescheduling } from './rescheduling.service';

/** What its people do with a booking. */
@ApiTags('bookings')
@Controller('api/v1/bookings/:id')
export class BookingActsController {
  constructor(
    private readonly confirming: Confirming,
    private readonly renewing: Renewing,
    private readonly cancelling: Cancelling,
    private readonly rescheduling: Rescheduling,
    private readonly passes: Passes,
    private readonly ownNames: OwnNames,
    private readonly views: BookingViews,
  ) {}

  @Post('confirmation')
  @HttpCode(200)
  @Access('resident')
  @Owned('booking')
  @Idempotent()
  @ApiOperation({ summary: 'Confirms it, or asks the other person where it takes two' })
  @ApiBody({ schema: confirmBookingSchema })
  @ApiOkResponse({ schema: bookingSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  async confirm(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Body() { phone, details, partnerWay }: ConfirmBookingDto,
  ): Promise<BookingView> {
    const said: Confirmation = {
      ...(phone !== undefined && { phone }),
      ...(details !== undefined && { details }),
      ...(partnerWay !== undefined && { partnerWay }),
    };
    return this.views.one(await this.confirming.confirm(accountId, id, said), accountId);
  }

  @Post('renewal')
  @HttpCode(200)
  @Access('resident')
  @Owned('booking')
  @Idempotent()
  @ApiOperation({ summary: 'Some minutes more before it is confirmed' })
  @ApiOkResponse({ schema: bookingSchema })
  async renew(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<BookingView> {
    return this.views.one(await this.renewing.renew(id), accountId);
  }

  @Post('reschedule')
  @HttpCode(200)
  @Access('resident')
  @Owned('booking')
  @Idempotent()
  @ApiOperation({ summary: 'Another time: the new one is held before the old one is given back' })
  @ApiBody({ schema: rescheduleSchema })
  @ApiOkResponse({ schema: bookingSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  async reschedule(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Body() { windowId }: RescheduleBookingDto,
  ): Promise<BookingView> {
    return this.views.one(await this.rescheduling.reschedule(id, accountId, windowId), accountId);
  }

  @Delete()
  @HttpCode(200)
  @Access('resident')
  @Owned('booking')
  @Idempotent()
  @ApiOperation({ summary: 'Cancels it; its place rests for a while before others can have it' })
  @ApiOkResponse({ schema: bookingSchema })
  async cancel(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<BookingView> {
    return this.views.one(await this.cancelling.cancel(id, accountId), accountId);
  }

  @Get('pass')
  @Access('resident')
  @Owned('booking')
  @ApiOperation({ summary: 'Everything needed at the desk, also without a network' })
  @ApiOkResponse({ schema: passSchema })
  @ApiConflictResponse({ schema: problemSchema })
  pass(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<PassView> {
    return this.passes.pass(id, accountId);
  }

  @Post('pass/own-name')
  @HttpCode(200)
  @Access('resident')
  @Owned('booking')
  @ApiOperation({ summary: 'The caller’s own name in full, which the pass masks; written down each time' })
  @ApiOkResponse({ schema: ownNameSchema })
  @ApiConflictResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  showOwnName(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<OwnNameView> {
    return this.ownNames.show(id, accountId);
  }
}

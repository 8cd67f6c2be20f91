import type { BookingInvitationView, BookingView } from '@jinmen/shared/bookings/views';
import { AgreeToBookingDto } from '@jinmen/shared/dto/booking-partner.dto';
import { Body, Controller, Get, HttpCode, Param, Post, Req, UseGuards } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { CurrentResident, callerOf, type Resident } from '../../../platform/auth/current';
import { Access } from '../../../platform/http/access';
import { problemSchema } from '../../../platform/http/json-schema';
import { Idempotent } from '../../../platform/idempotency/idempotent';
import { bookingSchema } from '../bookings.schema';
import { Answers } from './answers.service';
import { InvitationLimit } from './invitation-limit.guard';
import { agreeSchema, bookingInvitationSchema } from './partner.schema';

@ApiTags('bookings')
@Controller('api/v1/invitations')
@UseGuards(InvitationLimit)
export class AnswersController {
  constructor(private readonly answers: Answers) {}

  @Get(':token')
  @Access('anyone')
  @ApiOperation({ summary: 'Who asks, by their family name, for what and when; nothing else' })
  @ApiOkResponse({ schema: bookingInvitationSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  look(@Req() request: object, @Param('token') token: string): Promise<BookingInvitationView> {
    const caller = callerOf(request);
    return this.answers.look(token, caller?.kind === 'resident' ? caller.resident.accountId : undefined);
  }

  @Post(':token/confirmation')
  @HttpCode(200)
  @Access('resident')
  @Idempotent()
  @ApiOperation({ summary: 'The second person says yes on a phone of their own; to a booking, or to another time' })
  @ApiBody({ schema: agreeSchema })
  @ApiOkResponse({ schema: bookingSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  agree(
    @CurrentResident() { accountId }: Resident,
    @Param('token') token: string,
    @Body() said: AgreeToBookingDto,
  ): Promise<BookingView> {
    return this.answers.agree(accountId, token, said);
  }

  @Post(':token/decline')
  @HttpCode(204)
  @Access('resident')
  @Idempotent()
  @ApiOperation({ summary: 'Says no; nobody else can see it' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  decline(@CurrentResident() { accountId }: Resident, @Param('token') token: string): Promise<void> {
    return this.answers.decline(accountId, token);
  }
}

import type { BookingView, NewInvitationView, PartnerHereView } from '@jinmen/shared/bookings/views';
import { PartnerHereDto, PartnerWayDto } from '@jinmen/shared/dto/booking-partner.dto';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../../platform/auth/current';
import { Access } from '../../../platform/http/access';
import { problemSchema } from '../../../platform/http/json-schema';
import { Owned } from '../../../platform/http/owned';
import { Idempotent } from '../../../platform/idempotency/idempotent';
import { bookingSchema } from '../bookings.schema';
import { AskingOthers } from './asking-others.service';
import { ChangeAnswers } from './change-answers.service';
import { newInvitationSchema, partnerHereRequestSchema, partnerHereSchema, partnerWaySchema } from './partner.schema';
import { PartnerHere } from './partner-here.service';

@ApiTags('bookings')
@Controller('api/v1/bookings/:id')
export class PartnerController {
  constructor(
    private readonly others: AskingOthers,
    private readonly here: PartnerHere,
    private readonly changes: ChangeAnswers,
  ) {}

  @Post('invitations')
  @HttpCode(201)
  @Access('resident')
  @Owned('booking')
  @Idempotent()
  @ApiOperation({ summary: 'A link for the other person, good once; it ends the one before' })
  @ApiCreatedResponse({ schema: newInvitationSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  invite(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<NewInvitationView> {
    return this.others.sendLink(accountId, id);
  }

  @Post('partner')
  @HttpCode(200)
  @Access('resident')
  @Owned('booking')
  @ApiOperation({
    summary: 'The other person says yes on this phone, in turn; repeated by the same person it is answered the same',
  })
  @ApiBody({ schema: partnerHereRequestSchema })
  @ApiOkResponse({ schema: partnerHereSchema(bookingSchema) })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  agreeHere(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Body() typed: PartnerHereDto,
  ): Promise<PartnerHereView> {
    return this.here.agree(accountId, id, typed);
  }

  @Post('partner-way')
  @HttpCode(200)
  @Access('resident')
  @Owned('booking')
  @Idempotent()
  @ApiOperation({ summary: 'How the other person will say yes; choosing the desk confirms nothing' })
  @ApiBody({ schema: partnerWaySchema })
  @ApiOkResponse({ schema: bookingSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  choose(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Body() { way }: PartnerWayDto,
  ): Promise<BookingView> {
    return this.others.chooseWay(accountId, id, way);
  }

  @Post('change-agreement')
  @HttpCode(200)
  @Access('resident')
  @Owned('booking')
  @Idempotent()
  @ApiOperation({ summary: 'Agrees to the time the other one proposed; the old one is given back in the same moment' })
  @ApiOkResponse({ schema: bookingSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  agreeToChange(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<BookingView> {
    return this.changes.agree(accountId, id);
  }

  @Post('change-withdrawal')
  @HttpCode(200)
  @Access('resident')
  @Owned('booking')
  @Idempotent()
  @ApiOperation({ summary: 'Takes back the time that was proposed; the old one stays' })
  @ApiOkResponse({ schema: bookingSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  withdrawChange(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<BookingView> {
    return this.changes.withdraw(accountId, id);
  }
}

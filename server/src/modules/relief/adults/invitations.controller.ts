import type { InvitationView, SignatureView } from '@jinmen/shared/applications/adults';
import { AcceptInvitationDto } from '@jinmen/shared/dto/authorise.dto';
import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
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
import { CurrentResident, type Resident } from '../../../platform/auth/current';
import { Access } from '../../../platform/http/access';
import { problemSchema } from '../../../platform/http/json-schema';
import { Owned } from '../../../platform/http/owned';
import { Idempotent } from '../../../platform/idempotency/idempotent';
import { acceptSchema, invitationSchema, signaturesSchema } from './adults.schema';
import { InvitationLimit } from './invitation-limit.guard';
import { Invitations } from './invitations.service';
import { MySignatures } from './my-signatures.service';

@ApiTags('relief')
@Controller('api/v1/relief')
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly mine: MySignatures,
  ) {}

  @Get('invitations/:token')
  @Access('public')
  @UseGuards(InvitationLimit)
  @ApiOperation({
    summary: 'Who asks, by their family name, and whether the link is still good; nothing of the matter',
  })
  @ApiOkResponse({ schema: invitationSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  look(@Param('token') token: string): Promise<InvitationView> {
    return this.invitations.look(token);
  }

  @Post('invitations/:token/signature')
  @HttpCode(204)
  @Access('resident')
  @UseGuards(InvitationLimit)
  @Idempotent()
  @ApiOperation({ summary: '核对授权 on a phone of one’s own; only by whom it was sent to, and once' })
  @ApiBody({ schema: acceptSchema })
  @ApiNoContentResponse()
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  sign(
    @CurrentResident() resident: Resident,
    @Param('token') token: string,
    @Body() _accepted: AcceptInvitationDto,
  ): Promise<void> {
    return this.invitations.sign(resident, token);
  }

  @Post('invitations/:token/refusal')
  @HttpCode(204)
  @Access('resident')
  @UseGuards(InvitationLimit)
  @Idempotent()
  @ApiOperation({ summary: 'Says no; whoever sent the link does not learn of it' })
  @ApiNoContentResponse()
  @ApiForbiddenResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  refuse(@CurrentResident() resident: Resident, @Param('token') token: string): Promise<void> {
    return this.invitations.refuse(resident, token);
  }

  @Get('signatures')
  @Access('resident')
  @ApiOperation({ summary: 'What the resident let be looked up about themselves, for whose application' })
  @ApiOkResponse({ schema: signaturesSchema })
  async list(@CurrentResident() resident: Resident): Promise<{ readonly items: readonly SignatureView[] }> {
    return { items: await this.mine.list(resident) };
  }

  @Post('signatures/:id/withdrawal')
  @HttpCode(204)
  @Access('resident')
  @Owned('relief-signature')
  @Idempotent()
  @ApiOperation({ summary: 'Takes it back: what was not looked up yet is not looked up' })
  @ApiNoContentResponse()
  takeBack(@CurrentResident() resident: Resident, @Param('id') id: string): Promise<void> {
    return this.mine.takeBack(resident, id);
  }
}

import { AskFamilyDto, JoinFarewellDto } from '@jinmen/shared/dto/farewell.dto';
import type {
  FarewellAskView,
  FarewellInvitationView,
  FarewellView,
} from '@jinmen/shared/services/sea-scattering/views';
import { Body, Controller, Get, HttpCode, Param, Post, Req, UseGuards } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiCreatedResponse,
  ApiForbiddenResponse,
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
import { AskingFamily } from './asking-family.service';
import { FamilyLimit } from './family-limit.guard';
import { FamilyLinks } from './family-links.service';
import { askSchema, asksSchema, askViewSchema, farewellSchema, invitationSchema, joinSchema } from './farewells.schema';

/** The side of a relative who did not sign up themselves. */
@ApiTags('farewells')
@Controller('api/v1')
export class RelativesController {
  constructor(
    private readonly asking: AskingFamily,
    private readonly links: FamilyLinks,
  ) {}

  @Post('farewell-asks')
  @HttpCode(201)
  @Access('resident')
  @UseGuards(FamilyLimit)
  @Idempotent()
  @ApiOperation({ summary: 'Asks the one of the family who signed up to be part of it' })
  @ApiBody({ schema: askSchema })
  @ApiCreatedResponse({ schema: askViewSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  ask(@CurrentResident() { accountId }: Resident, @Body() asked: AskFamilyDto): Promise<FarewellAskView> {
    return this.asking.ask(accountId, asked);
  }

  @Get('farewell-asks')
  @Access('resident')
  @ApiOperation({ summary: 'Whom one asked, and whether they answered' })
  @ApiOkResponse({ schema: asksSchema })
  list(@CurrentResident() { accountId }: Resident): Promise<{ readonly items: readonly FarewellAskView[] }> {
    return this.asking.list(accountId);
  }

  @Get('farewell-invitations/:token')
  @Access('anyone')
  @UseGuards(FamilyLimit)
  @ApiOperation({ summary: 'Who sent it, by their family name; whom it is about to somebody signed in' })
  @ApiOkResponse({ schema: invitationSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  look(@Req() request: object, @Param('token') token: string): Promise<FarewellInvitationView> {
    const caller = callerOf(request);
    return this.links.look(token, caller?.kind === 'resident' ? caller.resident.accountId : undefined);
  }

  @Post('farewell-invitations/:token/acceptance')
  @HttpCode(200)
  @Access('resident')
  @UseGuards(FamilyLimit)
  @Idempotent()
  @ApiOperation({ summary: 'Joins by the link, once' })
  @ApiBody({ schema: joinSchema })
  @ApiOkResponse({ schema: farewellSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  join(
    @CurrentResident() { accountId }: Resident,
    @Param('token') token: string,
    @Body() said: JoinFarewellDto,
  ): Promise<FarewellView> {
    return this.links.join(accountId, token, said);
  }
}

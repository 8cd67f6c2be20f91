import { AskUrgentlyDto, UrgentSecretDto } from '@jinmen/shared/dto/urgent.dto';
import type { UrgentListView, UrgentView } from '@jinmen/shared/urgent/views';
import { Body, Controller, Get, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentResident, callerOf, type Resident } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { NEVER_SHED } from '../../platform/http/admission/admission';
import { problemSchema } from '../../platform/http/json-schema';
import { Idempotent } from '../../platform/idempotency/idempotent';
import { askSchema, secretSchema, urgentListSchema, urgentSchema } from './urgent.schema';
import { UrgentService } from './urgent.service';
import { UrgentLimit } from './urgent-limit.guard';

@ApiTags('urgent')
@Controller('api/v1/urgent-requests')
export class UrgentController {
  constructor(private readonly urgent: UrgentService) {}

  @Post()
  @UseGuards(UrgentLimit)
  @Access('anyone')
  @RouteConfig(NEVER_SHED)
  @Idempotent()
  @ApiOperation({ summary: 'Ask for help at once: no real name, no hukou, no session needed; one that came is used' })
  @ApiBody({ schema: askSchema })
  @ApiCreatedResponse({ schema: urgentSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  ask(@Req() request: FastifyRequest, @Body() { secret, ...said }: AskUrgentlyDto): Promise<UrgentView> {
    const caller = callerOf(request);
    const accountId = caller?.kind === 'resident' ? caller.resident.accountId : undefined;
    return this.urgent.ask(said, { ...(accountId && { accountId }), ...(secret && { secret }) });
  }

  @Get()
  @Access('resident')
  @RouteConfig(NEVER_SHED)
  @ApiOperation({ summary: 'What this account asked for at once, the newest first' })
  @ApiOkResponse({ schema: urgentListSchema })
  async list(@CurrentResident() { accountId }: Resident): Promise<UrgentListView> {
    return { items: await this.urgent.of(accountId) };
  }

  @Post('lookups')
  @UseGuards(UrgentLimit)
  @HttpCode(200)
  @Access('public')
  @RouteConfig(NEVER_SHED)
  @ApiOperation({ summary: 'How a request stands, for the phone that kept its secret; nothing stands in an address' })
  @ApiBody({ schema: secretSchema })
  @ApiOkResponse({ schema: urgentSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  lookUp(@Body() { secret }: UrgentSecretDto): Promise<UrgentView> {
    return this.urgent.lookUp(secret);
  }

  @Post('claims')
  @HttpCode(200)
  @Access('resident')
  @RouteConfig(NEVER_SHED)
  @ApiOperation({ summary: 'Puts a request among the matters of whoever signed in on the phone that asked' })
  @ApiBody({ schema: secretSchema })
  @ApiOkResponse({ schema: urgentSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  claim(@CurrentResident() { accountId }: Resident, @Body() { secret }: UrgentSecretDto): Promise<UrgentView> {
    return this.urgent.claim(secret, accountId);
  }
}

import type { WaitingView } from '@jinmen/shared/bookings/views';
import { PageQueryDto } from '@jinmen/shared/dto/page-query.dto';
import { JoinWaitlistDto } from '@jinmen/shared/dto/waiting.dto';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { SHED_FIRST } from '../../platform/http/admission/admission';
import { problemSchema } from '../../platform/http/json-schema';
import { Owned } from '../../platform/http/owned';
import { type Page, pageRequest } from '../../platform/http/page';
import { Idempotent } from '../../platform/idempotency/idempotent';
import { joinSchema, waitingSchema, waitingsSchema } from './waiting-list.schema';
import { WaitingList } from './waiting-list.service';

@ApiTags('bookings')
@Controller('api/v1/waitlist')
export class WaitingListController {
  constructor(private readonly list: WaitingList) {}

  @Post()
  @HttpCode(201)
  @Access('resident')
  @RouteConfig(SHED_FIRST)
  @Idempotent()
  @ApiOperation({ summary: 'Wait for a time, a whole party as one: the first that comes free of what was chosen' })
  @ApiBody({ schema: joinSchema })
  @ApiCreatedResponse({ schema: waitingSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: problemSchema })
  join(@CurrentResident() resident: Resident, @Body() joining: JoinWaitlistDto): Promise<WaitingView> {
    return this.list.join(resident, joining);
  }

  @Get()
  @Access('resident')
  @ApiOperation({ summary: 'What the resident waits or waited for, newest first' })
  @ApiOkResponse({ schema: waitingsSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  mine(@CurrentResident() resident: Resident, @Query() query: PageQueryDto): Promise<Page<WaitingView>> {
    return this.list.list(resident, pageRequest(query));
  }

  @Get(':id')
  @Access('resident')
  @Owned('waiting')
  @ApiOperation({ summary: 'One of them, with the rank in the line or the time that is kept' })
  @ApiOkResponse({ schema: waitingSchema })
  find(@Param('id') id: string): Promise<WaitingView> {
    return this.list.find(id);
  }

  @Delete(':id')
  @Access('resident')
  @Owned('waiting')
  @Idempotent()
  @ApiOperation({ summary: 'Waits no longer; a time that is kept is let go first (DELETE /bookings/:id)' })
  @ApiOkResponse({ schema: waitingSchema })
  @ApiConflictResponse({ schema: problemSchema })
  leave(@Param('id') id: string): Promise<WaitingView> {
    return this.list.leave(id);
  }
}

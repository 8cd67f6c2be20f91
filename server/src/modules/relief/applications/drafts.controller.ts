import type { ApplicationListItem, ApplicationView } from '@jinmen/shared/applications/views';
import { PageQueryDto } from '@jinmen/shared/dto/page-query.dto';
import { ChangeApplicationDto, CreateApplicationDto } from '@jinmen/shared/dto/relief-application.dto';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../../platform/auth/current';
import { Access } from '../../../platform/http/access';
import { problemSchema } from '../../../platform/http/json-schema';
import { Owned } from '../../../platform/http/owned';
import { type Page, pageRequest } from '../../../platform/http/page';
import { Idempotent } from '../../../platform/idempotency/idempotent';
import { applicationSchema, applicationsSchema, changeSchema, createSchema, staleSchema } from '../relief.schema';
import { ApplicationViews } from './application-views.service';
import { DraftBeginnings } from './draft-beginnings.service';
import { DraftRemoval } from './draft-removal.service';
import { Drafts } from './drafts.service';

@ApiTags('relief')
@Controller('api/v1/relief/applications')
export class DraftsController {
  constructor(
    private readonly beginnings: DraftBeginnings,
    private readonly drafts: Drafts,
    private readonly removal: DraftRemoval,
    private readonly views: ApplicationViews,
  ) {}

  @Post()
  @HttpCode(201)
  @Access('resident')
  @Idempotent()
  @ApiOperation({ summary: 'A draft for one or more programmes; nothing leaves the house by it' })
  @ApiBody({ schema: createSchema })
  @ApiCreatedResponse({ schema: applicationSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  create(
    @CurrentResident() resident: Resident,
    @Body() { programmes, for: whom = {}, after }: CreateApplicationDto,
  ): Promise<ApplicationView> {
    return this.beginnings.create(resident, programmes, whom, after);
  }

  @Get()
  @Access('resident')
  @ApiOperation({ summary: 'Drafts and applications of the resident, the one that changed last first' })
  @ApiOkResponse({ schema: applicationsSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  list(@CurrentResident() resident: Resident, @Query() query: PageQueryDto): Promise<Page<ApplicationListItem>> {
    return this.drafts.list(resident, pageRequest(query));
  }

  @Get(':id')
  @Access('resident')
  @Owned('relief-application')
  @ApiOperation({ summary: 'One of them whole; ID numbers show only their ends' })
  @ApiOkResponse({ schema: applicationSchema })
  find(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<ApplicationView> {
    return this.views.find(id, accountId);
  }

  @Patch(':id')
  @Access('resident')
  @Owned('relief-application')
  @ApiOperation({ summary: 'Lays the given fields over the draft; repeating it changes nothing' })
  @ApiBody({ schema: changeSchema })
  @ApiOkResponse({ schema: applicationSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: staleSchema })
  change(
    @CurrentResident() resident: Resident,
    @Param('id') id: string,
    @Body() change: ChangeApplicationDto,
  ): Promise<ApplicationView> {
    return this.drafts.change(resident, id, change);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('resident')
  @Owned('relief-application')
  @ApiOperation({ summary: 'Throws a draft away; what was handed in is withdrawn instead' })
  @ApiNoContentResponse()
  @ApiConflictResponse({ schema: problemSchema })
  delete(@CurrentResident() resident: Resident, @Param('id') id: string): Promise<void> {
    return this.removal.delete(resident, id);
  }
}

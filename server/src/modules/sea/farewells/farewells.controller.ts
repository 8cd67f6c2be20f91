import { BeginFarewellDto, ChangeFarewellDto } from '@jinmen/shared/dto/farewell.dto';
import { PageQueryDto } from '@jinmen/shared/dto/page-query.dto';
import type { FarewellListItem, FarewellView } from '@jinmen/shared/services/sea-scattering/views';
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
import { FarewellBeginnings } from './farewell-beginnings.service';
import { FarewellSections } from './farewell-sections.service';
import { FarewellViews } from './farewell-views.service';
import {
  beginSchema,
  changeFarewellSchema,
  farewellSchema,
  farewellsSchema,
  staleFarewellSchema,
} from './farewells.schema';
import { ThrowingAway } from './throwing-away.service';

@ApiTags('farewells')
@Controller('api/v1/farewells')
export class FarewellsController {
  constructor(
    private readonly beginnings: FarewellBeginnings,
    private readonly sections: FarewellSections,
    private readonly throwing: ThrowingAway,
    private readonly views: FarewellViews,
  ) {}

  @Post()
  @HttpCode(201)
  @Access('resident')
  @Idempotent()
  @ApiOperation({ summary: 'Begins to prepare a farewell at sea; nothing has to be known for it' })
  @ApiBody({ schema: beginSchema })
  @ApiCreatedResponse({ schema: farewellSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  begin(@CurrentResident() { accountId }: Resident, @Body() { way }: BeginFarewellDto): Promise<FarewellView> {
    return this.beginnings.begin(accountId, way);
  }

  @Get()
  @Access('resident')
  @ApiOperation({ summary: 'Those one signed up or is part of, the one that changed last first' })
  @ApiOkResponse({ schema: farewellsSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  list(@CurrentResident() { accountId }: Resident, @Query() query: PageQueryDto): Promise<Page<FarewellListItem>> {
    return this.views.list(accountId, pageRequest(query));
  }

  @Get(':id')
  @Access('resident')
  @Owned('farewell')
  @ApiOperation({ summary: 'One of them whole; numbers show only their ends' })
  @ApiOkResponse({ schema: farewellSchema })
  find(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<FarewellView> {
    return this.views.find(id, accountId);
  }

  @Patch(':id')
  @Access('resident')
  @Owned('farewell')
  @ApiOperation({ summary: 'Any of its sections, each whole; repeating it changes nothing' })
  @ApiBody({ schema: changeFarewellSchema })
  @ApiOkResponse({ schema: farewellSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: staleFarewellSchema })
  change(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Body() change: ChangeFarewellDto,
  ): Promise<FarewellView> {
    return this.sections.change(accountId, id, change);
  }

  /**
   * Not `@Owned`: that guard would tell whoever asks again, having missed the answer, that there is no such thing, and one
   * key has one answer. Whose it is, `ThrowingAway` asks behind the lock, and a stranger gets what a random id gets.
   */
  @Delete(':id')
  @HttpCode(204)
  @Access('resident')
  @Idempotent()
  @ApiOperation({ summary: 'Throws a draft away; what was signed up is put down instead' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ schema: problemSchema })
  throwAway(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<void> {
    return this.throwing.throwAway(accountId, id);
  }
}

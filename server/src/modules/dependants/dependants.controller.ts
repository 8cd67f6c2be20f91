import { AddDependantDto } from '@jinmen/shared/dto/dependant.dto';
import type { DependantView } from '@jinmen/shared/residents/dependants';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
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
import { addDependantSchema, dependantSchema, dependantsSchema } from './dependants.schema';
import { Guardianships } from './guardianships.service';

@ApiTags('dependants')
@Controller('api/v1/dependants')
export class DependantsController {
  constructor(private readonly guardianships: Guardianships) {}

  @Get()
  @Access('resident')
  @ApiOperation({ summary: 'Children and wards one acts for; names and numbers masked' })
  @ApiOkResponse({ schema: dependantsSchema })
  async list(@CurrentResident() { accountId }: Resident): Promise<{ items: DependantView[] }> {
    return { items: await this.guardianships.list(accountId) };
  }

  @Get(':id')
  @Access('resident')
  @Owned('dependant')
  @ApiOperation({ summary: 'One of them: whether the register has answered' })
  @ApiOkResponse({ schema: dependantSchema })
  find(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<DependantView> {
    return this.guardianships.view(accountId, id);
  }

  @Post()
  @HttpCode(201)
  @Access('resident')
  @Idempotent()
  @ApiOperation({ summary: 'Adds a child or ward; whatever the register does not confirm is shown as a paper' })
  @ApiBody({ schema: addDependantSchema })
  @ApiCreatedResponse({ schema: dependantSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  add(@CurrentResident() { accountId }: Resident, @Body() typed: AddDependantDto): Promise<DependantView> {
    return this.guardianships.add(accountId, typed);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('resident')
  @Owned('dependant')
  @ApiOperation({ summary: 'Takes them off the list; nothing new can be handed in for them' })
  @ApiNoContentResponse()
  @ApiConflictResponse({ schema: problemSchema })
  remove(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<void> {
    return this.guardianships.remove(accountId, id);
  }
}

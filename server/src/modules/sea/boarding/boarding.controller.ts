import { ChangeMemoryDto } from '@jinmen/shared/dto/memory.dto';
import type {
  BoardingPassesView,
  MemoryView,
  SeaCertificateCheckView,
  SeaCertificateView,
} from '@jinmen/shared/services/sea-scattering/views';
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
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
import {
  certificateCheckSchema,
  certificateSchema,
  changeMemorySchema,
  memorySchema,
  passesSchema,
} from './boarding.schema';
import { Memories } from './memories.service';
import { SeaCertificates } from './sea-certificates.service';
import { SeaPasses } from './sea-passes.service';

@ApiTags('farewells')
@Controller('api/v1')
export class BoardingController {
  constructor(
    private readonly seaPasses: SeaPasses,
    private readonly certificates: SeaCertificates,
    private readonly memories: Memories,
  ) {}

  @Get('farewells/:id/passes')
  @Access('resident')
  @Owned('farewell')
  @ApiOperation({ summary: 'One pass for each who comes, for use without a network; the same on another voyage' })
  @ApiOkResponse({ schema: passesSchema })
  @ApiConflictResponse({ schema: problemSchema })
  passes(@Param('id') id: string): Promise<BoardingPassesView> {
    return this.seaPasses.view(id);
  }

  @Get('farewells/:id/certificate')
  @Access('resident')
  @Owned('farewell')
  @ApiOperation({ summary: 'When and where the vessel stopped, once it reported it' })
  @ApiOkResponse({ schema: certificateSchema })
  @ApiConflictResponse({ schema: problemSchema })
  certificate(@Param('id') id: string): Promise<SeaCertificateView> {
    return this.certificates.get(id);
  }

  @Get('sea-certificates/:seal')
  @Access('public')
  @ApiOperation({ summary: 'What was issued under the seal of a certificate; no name' })
  @ApiOkResponse({ schema: certificateCheckSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  check(@Param('seal') seal: string): Promise<SeaCertificateCheckView> {
    return this.certificates.check(seal);
  }

  @Get('farewells/:id/memory')
  @Access('resident')
  @Owned('farewell')
  @ApiOperation({ summary: 'What the resident keeps for themselves; nobody else of the family reads it' })
  @ApiOkResponse({ schema: memorySchema })
  memory(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<MemoryView> {
    return this.memories.view(id, accountId);
  }

  @Put('farewells/:id/memory')
  @Access('resident')
  @Owned('farewell')
  @ApiOperation({ summary: 'Words, or the answer to the one question; only what is given changes' })
  @ApiBody({ schema: changeMemorySchema })
  @ApiOkResponse({ schema: memorySchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  remember(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Body() change: ChangeMemoryDto,
  ): Promise<MemoryView> {
    return this.memories.change(id, accountId, change);
  }

  @Delete('farewells/:id/memory')
  @HttpCode(204)
  @Access('resident')
  @Owned('farewell')
  @ApiOperation({ summary: 'Wipes the words and the answer' })
  @ApiNoContentResponse()
  wipe(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<void> {
    return this.memories.wipe(id, accountId);
  }
}

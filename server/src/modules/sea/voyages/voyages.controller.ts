import { FamilyVoyagesQueryDto, VoyageQueryDto } from '@jinmen/shared/dto/voyages.dto';
import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiNotFoundResponse,
  ApiNotModifiedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../../../platform/http/access';
import type { TaggedReply } from '../../../platform/http/etag';
import { problemSchema } from '../../../platform/http/json-schema';
import { VoyageReads } from './voyage-reads.service';
import { voyageSchema, voyagesSchema } from './voyages.schema';

@ApiTags('sea')
@Controller('api/v1/voyages')
export class VoyagesController {
  constructor(private readonly reads: VoyageReads) {}

  @Get()
  @Access('public')
  @ApiOperation({
    summary:
      'Voyages, the soonest first, with where each stands in a word for so many aboard; 304 while nothing changed (ETag)',
  })
  @ApiOkResponse({ schema: voyagesSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotModifiedResponse()
  list(@Query() query: FamilyVoyagesQueryDto): Promise<TaggedReply> {
    return this.reads.list(query);
  }

  @Get(':id')
  @Access('public')
  @ApiOperation({ summary: 'One of them' })
  @ApiOkResponse({ schema: voyageSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiNotModifiedResponse()
  find(@Param('id') id: string, @Query() query: VoyageQueryDto): Promise<TaggedReply> {
    return this.reads.find(id, query);
  }
}

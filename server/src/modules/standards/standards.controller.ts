import { StandardsQueryDto } from '@jinmen/shared/dto/standards-query.dto';
import { Controller, Get, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiNotModifiedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { Clock } from '../../platform/clock';
import { Access } from '../../platform/http/access';
import type { TaggedReply } from '../../platform/http/etag';
import { problemSchema } from '../../platform/http/json-schema';
import { standardsReplySchema } from './standards.schema';
import { StandardsService } from './standards.service';

@ApiTags('standards')
@Controller('api/v1/standards')
export class StandardsController {
  constructor(
    private readonly standards: StandardsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('public')
  @ApiOperation({ summary: 'The figures in force on a day, each with its source' })
  @ApiQuery({ name: 'asOf', required: false, description: 'YYYY-MM-DD; today in Tianjin when absent' })
  @ApiOkResponse({ schema: standardsReplySchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotModifiedResponse()
  inForce(@Query() { asOf }: StandardsQueryDto): Promise<TaggedReply> {
    return this.standards.replyFor(asOf ?? this.clock.today());
  }
}

import { TextVersionQueryDto } from '@jinmen/shared/dto/text-version-query.dto';
import { applyDecorators, Controller, Get, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiNotFoundResponse,
  ApiNotModifiedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { Access } from '../../../platform/http/access';
import type { TaggedReply } from '../../../platform/http/etag';
import { problemSchema } from '../../../platform/http/json-schema';
import { rulesSchema } from '../rights.schema';
import { TextVersions } from './text-versions.service';

const OneText = (summary: string) =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiQuery({ name: 'version', required: false, description: 'one of `versions`; the one in force when absent' }),
    ApiOkResponse({ schema: rulesSchema }),
    ApiNotModifiedResponse(),
    ApiBadRequestResponse({ schema: problemSchema }),
    ApiNotFoundResponse({ schema: problemSchema }),
  );

/** Before anybody signs in: whoever decides has read it. */
@ApiTags('rights')
@Controller('api/v1')
export class TextsController {
  constructor(private readonly versions: TextVersions) {}

  @Get('privacy')
  @Access('public')
  @OneText('What is kept of residents, what for, on what ground, how long, and who gets it; or what it said before')
  privacy(@Query() { version }: TextVersionQueryDto): Promise<TaggedReply> {
    return this.versions.reply('privacy', version);
  }

  @Get('agreement')
  @Access('public')
  @OneText('What residents and the service may expect of each other; or what it said before')
  agreement(@Query() { version }: TextVersionQueryDto): Promise<TaggedReply> {
    return this.versions.reply('agreement', version);
  }
}

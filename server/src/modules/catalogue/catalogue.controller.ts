import { Controller, Get } from '@nestjs/common';
import { ApiNotModifiedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access';
import type { TaggedReply } from '../../platform/http/etag';
import { catalogueReplySchema } from './catalogue.schema';
import { CatalogueService } from './catalogue.service';

@ApiTags('catalogue')
@Controller('api/v1/catalogue')
export class CatalogueController {
  constructor(private readonly catalogue: CatalogueService) {}

  @Get()
  @Access('public')
  @ApiOperation({ summary: 'Programmes, services, facts and questions; 304 while nothing changed (ETag)' })
  @ApiOkResponse({ schema: catalogueReplySchema })
  @ApiNotModifiedResponse()
  whole(): Promise<TaggedReply> {
    return this.catalogue.reply();
  }
}

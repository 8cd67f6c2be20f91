import { Controller, Get } from '@nestjs/common';
import { ApiNotModifiedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access';
import type { TaggedReply } from '../../platform/http/etag';
import { placesReplySchema } from './places.schema';
import { PlacesService } from './places.service';

@ApiTags('places')
@Controller('api/v1/places')
export class PlacesController {
  constructor(private readonly places: PlacesService) {}

  @Get()
  @Access('public')
  @ApiOperation({ summary: 'The sixteen districts with their streets, towns and townships' })
  @ApiOkResponse({ schema: placesReplySchema })
  @ApiNotModifiedResponse()
  list(): Promise<TaggedReply> {
    return this.places.reply();
  }
}

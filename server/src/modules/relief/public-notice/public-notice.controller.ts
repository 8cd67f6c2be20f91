import type { PublicNoticeView } from '@jinmen/shared/applications/public-notice';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../../platform/http/access';
import { Owned } from '../../../platform/http/owned';
import { publicNoticeSchema } from './public-notice.schema';
import { PublicNotices } from './public-notices.service';

@ApiTags('relief')
@Controller('api/v1/relief/applications/:id/public-notice')
export class PublicNoticeController {
  constructor(private readonly notices: PublicNotices) {}

  @Get()
  @Access('resident')
  @Owned('relief-application')
  @ApiOperation({ summary: 'Exactly what neighbours read of it, where and for how long; of a draft what they would' })
  @ApiOkResponse({ schema: publicNoticeSchema })
  find(@Param('id') id: string): Promise<PublicNoticeView> {
    return this.notices.find(id);
  }
}

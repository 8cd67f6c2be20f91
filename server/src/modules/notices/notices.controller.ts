import { PageQueryDto } from '@jinmen/shared/dto/page-query.dto';
import { RecordGrantsDto } from '@jinmen/shared/dto/record-grants.dto';
import type { NoticeView, SubscriptionTemplatesView } from '@jinmen/shared/residents/views';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { problemSchema } from '../../platform/http/json-schema';
import { Owned } from '../../platform/http/owned';
import { type Page, pageRequest } from '../../platform/http/page';
import { InboxService } from './inbox.service';
import { noticesReplySchema, templatesReplySchema } from './notices.schema';
import { Subscriptions } from './subscriptions.service';

@ApiTags('notices')
@Controller('api/v1/notices')
export class NoticesController {
  constructor(
    private readonly inbox: InboxService,
    private readonly subscriptions: Subscriptions,
  ) {}

  @Get()
  @Access('resident')
  @ApiOperation({ summary: 'Messages to the resident, newest first' })
  @ApiOkResponse({ schema: noticesReplySchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  list(@CurrentResident() { accountId }: Resident, @Query() query: PageQueryDto): Promise<Page<NoticeView>> {
    return this.inbox.list(accountId, pageRequest(query));
  }

  @Post(':id/read')
  @HttpCode(204)
  @Access('resident')
  @Owned('notice')
  @ApiOperation({ summary: 'The resident has seen it; repeating changes nothing' })
  @ApiNoContentResponse()
  markRead(@CurrentResident() { accountId }: Resident, @Param('id') id: string): Promise<void> {
    return this.inbox.markRead(accountId, id);
  }

  @Get('templates')
  @Access('resident')
  @ApiOperation({
    summary: 'The subscription messages that may be asked for in a tap; none where WeChat is not connected',
  })
  @ApiOkResponse({ schema: templatesReplySchema })
  templates(): SubscriptionTemplatesView {
    return this.subscriptions.templates();
  }

  @Post('grants')
  @HttpCode(204)
  @Access('resident')
  @ApiOperation({ summary: 'What the resident answered when asked in a tap; each yes is good for one message' })
  @ApiNoContentResponse()
  @ApiBadRequestResponse({ schema: problemSchema })
  grants(@CurrentResident() { accountId }: Resident, @Body() { results }: RecordGrantsDto): Promise<void> {
    return this.subscriptions.record(accountId, results);
  }
}

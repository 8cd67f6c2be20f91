import { Module } from '@nestjs/common';
import { InboxService } from './inbox.service';
import { NoticeOwnership } from './notice-ownership';
import { NoticesController } from './notices.controller';
import { Notices } from './notices.port';

@Module({
  controllers: [NoticesController],
  providers: [InboxService, NoticeOwnership, { provide: Notices, useExisting: InboxService }],
  exports: [Notices],
})
export class NoticesModule {}

import { Module } from '@nestjs/common';
import { InboxService } from './inbox.service';
import { Notices } from './notices.port';

@Module({
  providers: [InboxService, { provide: Notices, useExisting: InboxService }],
  exports: [Notices],
})
export class NoticesModule {}

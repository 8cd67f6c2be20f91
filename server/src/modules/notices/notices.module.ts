import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { SmsModule } from '../../bureaus/sms/sms.module';
import { WechatModule } from '../../bureaus/wechat/wechat.module';
import { DeathsModule } from '../after-death/deaths.module';
import { ConsentsModule } from '../consents/consents.module';
import { SessionsModule } from '../sessions/sessions.module';
import { TextingModule } from '../texting/texting.module';
import { CallList } from './call-list.port';
import { CallListService } from './call-list.service';
import { Contacts } from './contacts';
import { Deliveries } from './deliveries.service';
import { Grants } from './grants.service';
import { InboxService } from './inbox.service';
import { Leaving } from './leaving';
import { MessagesStop } from './messages-stop';
import { NoticeOwnership } from './notice-ownership';
import { NoticesController } from './notices.controller';
import { Notices } from './notices.port';
import { NoticesService } from './notices.service';
import { NumberLooks } from './number-looks.service';
import { SmsNoticeHandler } from './sms-notice.handler';
import { Subscriptions } from './subscriptions.service';
import { Ways } from './ways';
import { WechatNoticeHandler } from './wechat-notice.handler';

@Module({
  imports: [DiscoveryModule, WechatModule, SmsModule, SessionsModule, ConsentsModule, DeathsModule, TextingModule],
  controllers: [NoticesController],
  providers: [
    InboxService,
    NoticeOwnership,
    Grants,
    Subscriptions,
    Contacts,
    CallListService,
    NumberLooks,
    { provide: CallList, useExisting: CallListService },
    Ways,
    Deliveries,
    Leaving,
    NoticesService,
    { provide: Notices, useExisting: NoticesService },
    WechatNoticeHandler,
    SmsNoticeHandler,
    MessagesStop,
  ],
  exports: [Notices, CallList],
})
export class NoticesModule {}

import { Module } from '@nestjs/common';
import { UrgentLineModule } from '../../bureaus/social-assistance/urgent/urgent-line.module';
import { NoticesModule } from '../notices/notices.module';
import { UrgentController } from './urgent.controller';
import { UrgentHelp } from './urgent.port';
import { UrgentService } from './urgent.service';
import { UrgentCallbacks } from './urgent-callbacks.handoff';
import { UrgentDesk } from './urgent-desk.port';
import { UrgentDeskService } from './urgent-desk.service';
import { UrgentDispatch } from './urgent-dispatch';
import { UrgentEscalation } from './urgent-escalation.job';
import { UrgentLimit } from './urgent-limit.guard';
import { UrgentLists } from './urgent-lists.service';
import { UrgentAsked, UrgentReminded } from './urgent-messages.handoff';
import { UrgentNewsService } from './urgent-news.service';
import { UrgentPages } from './urgent-pages.repository';
import { UrgentRequestsRepository } from './urgent-requests.repository';
import { UrgentViews } from './urgent-views.service';

/** 急难: help asked for at once. It knows no application; an application may come of it later, by the resident's tap. */
@Module({
  imports: [NoticesModule, UrgentLineModule],
  controllers: [UrgentController],
  providers: [
    UrgentRequestsRepository,
    UrgentPages,
    UrgentLists,
    UrgentViews,
    UrgentDispatch,
    UrgentService,
    { provide: UrgentHelp, useExisting: UrgentService },
    UrgentNewsService,
    UrgentAsked,
    UrgentReminded,
    UrgentCallbacks,
    UrgentEscalation,
    UrgentLimit,
    { provide: UrgentDesk, useClass: UrgentDeskService },
  ],
  exports: [UrgentDesk, UrgentHelp],
})
export class UrgentModule {}

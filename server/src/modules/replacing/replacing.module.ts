import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { BookingsModule } from '../bookings/bookings.module';
import { NoticesModule } from '../notices/notices.module';
import { PlacingModule } from '../placing/placing.module';
import { Answers } from './answers.service';
import { EarlierRounds } from './earlier-rounds.service';
import { LaterController } from './later.controller';
import { OtherTimesWished } from './other-time-wishes.port';
import { RoundPlans } from './planning/round-plans';
import { ReplacedServices } from './replaced-services';
import { ReplacingDesk, RoundCalls } from './replacing-desk.port';
import { ReplacingDeskService } from './replacing-desk.service';
import { RoundApplying } from './round-applying.service';
import { RoundCallsService } from './round-calls.service';
import { RoundContacts } from './round-contacts.service';
import { RoundViews } from './round-views.service';
import { RoundsRepository } from './rounds.repository';
import { WishesService } from './wishes.service';

/** 改期与安排: people of any service who lost their time, or have none yet, are placed together. */
@Module({
  imports: [BookingsModule, DiscoveryModule, NoticesModule, PlacingModule],
  controllers: [LaterController],
  providers: [
    RoundPlans,
    RoundsRepository,
    ReplacedServices,
    RoundApplying,
    RoundContacts,
    RoundViews,
    Answers,
    EarlierRounds,
    WishesService,
    { provide: OtherTimesWished, useExisting: WishesService },
    { provide: ReplacingDesk, useClass: ReplacingDeskService },
    { provide: RoundCalls, useClass: RoundCallsService },
  ],
  exports: [OtherTimesWished, ReplacingDesk, RoundCalls],
})
export class ReplacingModule {}

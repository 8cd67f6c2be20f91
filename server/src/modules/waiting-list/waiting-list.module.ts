import { Module } from '@nestjs/common';
import { BookingsModule } from '../bookings/bookings.module';
import { IdentityModule } from '../identity/identity.module';
import { NoticesModule } from '../notices/notices.module';
import { SlotInventoryModule } from '../slot-inventory/slot-inventory.module';
import { WaitingRepository } from './waiting.repository';
import { WaitingContacts } from './waiting-contacts';
import { WaitingDesk } from './waiting-desk.port';
import { WaitingDeskService } from './waiting-desk.service';
import { WaitingEnds } from './waiting-ends';
import { WaitingGiver } from './waiting-giver';
import { WaitingJobs } from './waiting-jobs';
import { WaitingListController } from './waiting-list.controller';
import { WaitingList } from './waiting-list.service';
import { WaitingOffers } from './waiting-offers';
import { WaitingOwnership } from './waiting-ownership';
import { WaitingPhones } from './waiting-phones';
import { WaitingStop } from './waiting-stop';
import { WaitingViews } from './waiting-views';
import { WaitingWatch } from './waiting-watch';

/** 候补: whole parties wait for a time of any bookable service. */
@Module({
  imports: [BookingsModule, IdentityModule, NoticesModule, SlotInventoryModule],
  controllers: [WaitingListController],
  providers: [
    WaitingRepository,
    WaitingEnds,
    WaitingViews,
    WaitingList,
    WaitingOffers,
    WaitingGiver,
    WaitingJobs,
    WaitingWatch,
    WaitingOwnership,
    WaitingContacts,
    WaitingPhones,
    WaitingStop,
    WaitingDeskService,
    { provide: WaitingDesk, useExisting: WaitingDeskService },
  ],
  exports: [WaitingDesk],
})
export class WaitingListModule {}

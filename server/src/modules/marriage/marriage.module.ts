import { Module } from '@nestjs/common';
import { MarriageRegistryModule } from '../../bureaus/marriage-registry/marriage-registry.module';
import { BookingsModule } from '../bookings/bookings.module';
import { HolidaysModule } from '../holidays/holidays.module';
import { IdentityModule } from '../identity/identity.module';
import { NoticesModule } from '../notices/notices.module';
import { OpeningsModule } from '../openings/openings.module';
import { ReplacingModule } from '../replacing/replacing.module';
import { SlotInventoryModule } from '../slot-inventory/slot-inventory.module';
import { Divorces } from './divorces.service';
import { MarriageController } from './marriage.controller';
import { MarriagePolicy } from './marriage.policy';
import { MarriageOpenings } from './marriage-openings';
import { MyDivorces } from './my-divorces.service';
import { RegistryCallbacks } from './registry-callbacks.handoff';
import { RegistryDesk } from './registry-desk.service';
import {
  BookingCancelled,
  BookingConfirmed,
  BookingMoved,
  BookingSuspended,
  DeskAnsweredMessage,
  ReviewAskedMessage,
} from './registry-messages.handoff';
import { RegistryTurns } from './registry-turns.service';
import { MarriageReplaced } from './replacing/marriage-replaced.service';
import { Reviews } from './reviews.service';
import { WithdrawnDivorces } from './withdrawn-divorces.service';

/** Marriage registration as residents book it, and the registry it is handed over to. */
@Module({
  imports: [
    BookingsModule,
    HolidaysModule,
    IdentityModule,
    MarriageRegistryModule,
    NoticesModule,
    OpeningsModule,
    ReplacingModule,
    SlotInventoryModule,
  ],
  controllers: [MarriageController],
  providers: [
    BookingCancelled,
    BookingConfirmed,
    BookingMoved,
    BookingSuspended,
    DeskAnsweredMessage,
    Divorces,
    MarriageOpenings,
    MarriagePolicy,
    MarriageReplaced,
    MyDivorces,
    RegistryCallbacks,
    RegistryDesk,
    RegistryTurns,
    ReviewAskedMessage,
    Reviews,
    WithdrawnDivorces,
  ],
})
export class MarriageModule {}

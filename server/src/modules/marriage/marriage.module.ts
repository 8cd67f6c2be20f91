import { Module } from '@nestjs/common';
import { MarriageRegistryModule } from '../../bureaus/marriage-registry/marriage-registry.module';
import { HolidaysModule } from '../holidays/holidays.module';
import { IdentityModule } from '../identity/identity.module';
import { NoticesModule } from '../notices/notices.module';
import { OpeningsModule } from '../openings/openings.module';
import { Divorces } from './divorces.service';
import { MarriageController } from './marriage.controller';
import { MarriagePolicy } from './marriage.policy';
import { MarriageOpenings } from './marriage-openings';
import { MyDivorces } from './my-divorces.service';
import {
  BookingCancelled,
  BookingConfirmed,
  BookingMoved,
  BookingSuspended,
  DeskAnsweredMessage,
  ReviewAskedMessage,
} from './registry-messages.handoff';
import { RegistryTurns } from './registry-turns.service';
import { Reviews } from './reviews.service';

/** Marriage registration as residents book it, and the registry it is handed over to. */
@Module({
  imports: [HolidaysModule, IdentityModule, MarriageRegistryModule, NoticesModule, OpeningsModule],
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
    MyDivorces,
    RegistryTurns,
    ReviewAskedMessage,
    Reviews,
  ],
})
export class MarriageModule {}

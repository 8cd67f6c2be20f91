import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { HolidaysModule } from '../holidays/holidays.module';
import { IdentityModule } from '../identity/identity.module';
import { OpeningsModule } from '../openings/openings.module';
import { SlotInventoryModule } from '../slot-inventory/slot-inventory.module';
import { BookingActsController } from './booking-acts.controller';
import { BookingEnds } from './booking-ends.service';
import { BookingMoving } from './booking-moving.service';
import { BookingOwnership } from './booking-ownership';
import { BookingPeople } from './booking-people.service';
import { BookingQuotas } from './booking-quotas.service';
import { BookingTimes } from './booking-times.job';
import { BookingTurns } from './booking-turns.service';
import { BookingViews } from './booking-views.service';
import { BookingsController } from './bookings.controller';
import { Bookings } from './bookings.port';
import { BookingsRepository } from './bookings.repository';
import { BookingsService } from './bookings.service';
import { Cancelling } from './cancelling.service';
import { Confirming } from './confirming.service';
import { KeptForDisplaced } from './displaced/kept-times.port';
import { Displacing } from './displacing.service';
import { FreedUnits } from './freed-units.service';
import { HoldClaims } from './hold-claims.service';
import { Holding } from './holding.service';
import { MyBookings } from './my-bookings.service';
import { NearWindows } from './near-windows.service';
import { NobodyElse, NothingKept } from './nobody-else';
import { OtherTime } from './other-time.service';
import { Partners } from './partner/partners.port';
import { Passes } from './passes.service';
import { PolicyRegistry } from './policy-registry';
import { Proposing } from './proposing.service';
import { Renewing } from './renewing.service';
import { Rescheduling } from './rescheduling.service';
import { ServiceReads } from './services/service-reads.service';
import { ServicesController } from './services/services.controller';
import { WaitingHolds } from './waiting-holds.service';

/** The life of bookings, of whatever service: it asks a policy for everything one service knows and others do not. */
@Module({
  imports: [DiscoveryModule, HolidaysModule, IdentityModule, OpeningsModule, SlotInventoryModule],
  controllers: [BookingsController, BookingActsController, ServicesController],
  providers: [
    PolicyRegistry,
    ServiceReads,
    BookingsRepository,
    BookingQuotas,
    BookingPeople,
    BookingTurns,
    BookingOwnership,
    BookingViews,
    FreedUnits,
    HoldClaims,
    Holding,
    MyBookings,
    NearWindows,
    BookingEnds,
    BookingMoving,
    BookingTimes,
    Cancelling,
    Confirming,
    Displacing,
    OtherTime,
    Passes,
    Proposing,
    Renewing,
    Rescheduling,
    WaitingHolds,
    BookingsService,
    { provide: Bookings, useExisting: BookingsService },
    { provide: Partners, useClass: NobodyElse },
    { provide: KeptForDisplaced, useClass: NothingKept },
  ],
  exports: [Bookings, PolicyRegistry],
})
export class BookingsModule {}

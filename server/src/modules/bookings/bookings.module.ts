import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { IdentityBureauModule } from '../../bureaus/identity/identity.module';
import { HolidaysModule } from '../holidays/holidays.module';
import { IdentityModule } from '../identity/identity.module';
import { NoticesModule } from '../notices/notices.module';
import { OpeningsModule } from '../openings/openings.module';
import { PlacingModule } from '../placing/placing.module';
import { DisclosuresModule } from '../rights/disclosures/disclosures.module';
import { SlotInventoryModule } from '../slot-inventory/slot-inventory.module';
import { Bookables } from './bookables.port';
import { BookablesService } from './bookables.service';
import { BookingActsController } from './booking-acts.controller';
import { BookingEnds } from './booking-ends.service';
import { BookingLines } from './booking-lines';
import { BookingMoving } from './booking-moving.service';
import { BookingOwnership } from './booking-ownership';
import { BookingPeople } from './booking-people.service';
import { BookingQuotas } from './booking-quotas.service';
import { BookingRules } from './booking-rules';
import { BookingSigning } from './booking-signing';
import { BookingStands } from './booking-stands.port';
import { BookingStandsService } from './booking-stands.service';
import { BookingTimes } from './booking-times.job';
import { BookingTurns } from './booking-turns.service';
import { BookingViews } from './booking-views.service';
import { BookingsController } from './bookings.controller';
import { Bookings } from './bookings.port';
import { BookingsRepository } from './bookings.repository';
import { BookingsService } from './bookings.service';
import { BookingsStop } from './bookings-stop';
import { CancelLimits } from './cancel-limits/cancel-limits.service';
import { Cancelling } from './cancelling.service';
import { Confirming } from './confirming.service';
import { ConfirmingAtOnce } from './confirming-at-once.service';
import { DisplacedRepository } from './displaced/displaced.repository';
import { DisplacedDesk } from './displaced/displaced-desk.port';
import { DisplacedDeskService } from './displaced/displaced-desk.service';
import { DisplacedTelling } from './displaced/displaced-telling.service';
import { DisplacedViews } from './displaced/displaced-views.service';
import { DisplacedWatch } from './displaced/displaced-watch';
import { FirstTimes } from './displaced/first-times';
import { Keeping } from './displaced/keeping.service';
import { KeptForDisplaced } from './displaced/kept-times.port';
import { KeptTimesService } from './displaced/kept-times.service';
import { Losses } from './displaced/losses';
import { OtherTimes } from './displaced/other-times';
import { Displacing } from './displacing.service';
import { FreedUnits } from './freed-units.service';
import { HoldClaims } from './hold-claims.service';
import { Holding } from './holding.service';
import { BookingLane } from './lane/booking-lane.service';
import { LaneAdmission } from './lane/lane-admission.service';
import { LaneBatch } from './lane/lane-batch.service';
import { LaneFlush } from './lane/lane-flush.service';
import { PlainHolding } from './lane/plain-holding.service';
import { SoldOutMemory } from './lane/sold-out-memory';
import { BookingContacts } from './messages/booking-contacts';
import { BookingNotices } from './messages/booking-notices';
import { BookingPhones } from './messages/booking-phones';
import { Tomorrow } from './messages/tomorrow.job';
import { MyBookings } from './my-bookings.service';
import { NearWindows } from './near-windows.service';
import { NoShowsController } from './no-shows/no-shows.controller';
import { NoShows } from './no-shows/no-shows.service';
import { OtherTime } from './other-time.service';
import { OwnNames } from './own-names.service';
import { partnerParts } from './partner/partner.parts';
import { Passes } from './passes.service';
import { Placing } from './placing.service';
import { PolicyRegistry } from './policy-registry';
import { Proposing } from './proposing.service';
import { Renewing } from './renewing.service';
import { Rescheduling } from './rescheduling.service';
import { Resizing } from './resizing.service';
import { ServiceReads } from './services/service-reads.service';
import { ServicesController } from './services/services.controller';
import { WindowIntents } from './services/window-intents.service';
import { WindowsDeskService } from './services/windows-desk.service';
import { SignedBookings } from './signed-bookings';
import { WindowsDesk } from './windows-desk.port';

/** The life of bookings, of whatever service: it asks a policy for everything one service knows and others do not. */
@Module({
  imports: [
    DisclosuresModule,
    DiscoveryModule,
    HolidaysModule,
    IdentityBureauModule,
    IdentityModule,
    NoticesModule,
    OpeningsModule,
    PlacingModule,
    SlotInventoryModule,
  ],
  controllers: [
    NoShowsController,
    BookingsController,
    BookingActsController,
    ServicesController,
    ...partnerParts.controllers,
  ],
  providers: [
    PolicyRegistry,
    BookingRules,
    BookingSigning,
    SignedBookings,
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
    BookingLane,
    LaneAdmission,
    LaneBatch,
    LaneFlush,
    PlainHolding,
    SoldOutMemory,
    MyBookings,
    NearWindows,
    BookingEnds,
    BookingLines,
    BookingMoving,
    BookingTimes,
    Cancelling,
    CancelLimits,
    Confirming,
    ConfirmingAtOnce,
    Displacing,
    OtherTime,
    OwnNames,
    Passes,
    Placing,
    Proposing,
    Renewing,
    Rescheduling,
    Resizing,
    BookingsService,
    BookingsStop,
    WindowIntents,
    { provide: WindowsDesk, useClass: WindowsDeskService },
    { provide: Bookings, useExisting: BookingsService },
    { provide: BookingStands, useClass: BookingStandsService },
    ...partnerParts.providers,
    DisplacedRepository,
    KeptTimesService,
    { provide: KeptForDisplaced, useExisting: KeptTimesService },
    Keeping,
    OtherTimes,
    Losses,
    FirstTimes,
    DisplacedTelling,
    DisplacedWatch,
    DisplacedViews,
    { provide: DisplacedDesk, useClass: DisplacedDeskService },
    BookingNotices,
    BookingContacts,
    BookingPhones,
    Tomorrow,
    NoShows,
    BookablesService,
    { provide: Bookables, useExisting: BookablesService },
  ],
  exports: [Bookables, Bookings, BookingStands, DisplacedDesk, PolicyRegistry, WindowsDesk],
})
export class BookingsModule {}

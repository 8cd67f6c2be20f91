import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { IdentityModule } from '../identity/identity.module';
import { SlotInventoryModule } from '../slot-inventory/slot-inventory.module';
import { BookingOwnership } from './booking-ownership';
import { BookingPeople } from './booking-people.service';
import { BookingQuotas } from './booking-quotas.service';
import { BookingTurns } from './booking-turns.service';
import { BookingViews } from './booking-views.service';
import { BookingsController } from './bookings.controller';
import { BookingsRepository } from './bookings.repository';
import { KeptForDisplaced } from './displaced/kept-times.port';
import { FreedUnits } from './freed-units.service';
import { HoldClaims } from './hold-claims.service';
import { Holding } from './holding.service';
import { MyBookings } from './my-bookings.service';
import { NearWindows } from './near-windows.service';
import { NobodyElse, NothingKept } from './nobody-else';
import { Partners } from './partner/partners.port';
import { PolicyRegistry } from './policy-registry';

/** The life of bookings, of whatever service: it asks a policy for everything one service knows and others do not. */
@Module({
  imports: [DiscoveryModule, IdentityModule, SlotInventoryModule],
  controllers: [BookingsController],
  providers: [
    PolicyRegistry,
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
    { provide: Partners, useClass: NobodyElse },
    { provide: KeptForDisplaced, useClass: NothingKept },
  ],
})
export class BookingsModule {}

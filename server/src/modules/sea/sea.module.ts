import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { FuneralAffairsModule } from '../../bureaus/funeral-affairs/funeral-affairs.module';
import { BookingsModule } from '../bookings/bookings.module';
import { IdentityModule } from '../identity/identity.module';
import { NoticesModule } from '../notices/notices.module';
import { LegalHoldsModule } from '../rights/keeping/legal-holds.module';
import { SlotInventoryModule } from '../slot-inventory/slot-inventory.module';
import { boardingParts } from './boarding/boarding.parts';
import { Boarding } from './boarding/boarding.port';
import { VesselDesk } from './boarding/vessel-desk.port';
import { FamilyDesk } from './farewells/family-desk.port';
import { farewellParts } from './farewells/farewells.parts';
import { Farewells } from './farewells/farewells.port';
import { handoffParts } from './handoff/handoff.parts';
import { CompanionsInRound } from './replacing/companions.service';
import { SeaReplaced } from './replacing/sea-replaced.service';
import { SeaPolicy } from './sea.policy';
import { voyageParts } from './voyages/voyages.parts';
import { Voyages } from './voyages/voyages.port';
import { VoyagesDesk } from './voyages/voyages-desk.port';

/** 海之眠: a family's farewell at sea, from the first word they type to the day on the vessel. */
@Module({
  imports: [
    BookingsModule,
    DiscoveryModule,
    FuneralAffairsModule,
    IdentityModule,
    LegalHoldsModule,
    NoticesModule,
    SlotInventoryModule,
  ],
  controllers: [...boardingParts.controllers, ...farewellParts.controllers, ...voyageParts.controllers],
  providers: [
    ...boardingParts.providers,
    ...farewellParts.providers,
    ...handoffParts.providers,
    ...voyageParts.providers,
    CompanionsInRound,
    SeaPolicy,
    SeaReplaced,
  ],
  exports: [Boarding, FamilyDesk, Farewells, VesselDesk, Voyages, VoyagesDesk],
})
export class SeaModule {}

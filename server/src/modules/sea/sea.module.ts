import { Module } from '@nestjs/common';
import { BookingsModule } from '../bookings/bookings.module';
import { IdentityModule } from '../identity/identity.module';
import { farewellParts } from './farewells/farewells.parts';
import { Farewells } from './farewells/farewells.port';

/** 海之眠: a family's farewell at sea, from the first word they type to the day on the vessel. */
@Module({
  imports: [BookingsModule, IdentityModule],
  controllers: [...farewellParts.controllers],
  providers: [...farewellParts.providers],
  exports: [Farewells],
})
export class SeaModule {}

import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { BookingQuotas } from './booking-quotas.service';
import { BookingsRepository } from './bookings.repository';
import { PolicyRegistry } from './policy-registry';

/** The life of bookings, of whatever service: it asks a policy for everything one service knows and others do not. */
@Module({
  imports: [DiscoveryModule],
  providers: [PolicyRegistry, BookingsRepository, BookingQuotas],
})
export class BookingsModule {}

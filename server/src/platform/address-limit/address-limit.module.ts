import { Global, Module } from '@nestjs/common';
import { AddressLimits } from './address-limits';
import { DatabaseTries } from './database-tries';
import { InsuredTries } from './insured-tries';
import { SignInLimit } from './sign-in-limit.guard';
import { TryCounts } from './try-counts';

/** How often something may be tried from one network. */
@Global()
@Module({
  providers: [
    AddressLimits,
    DatabaseTries,
    InsuredTries,
    { provide: TryCounts, useExisting: InsuredTries },
    SignInLimit,
  ],
  exports: [AddressLimits, SignInLimit],
})
export class AddressLimitModule {}

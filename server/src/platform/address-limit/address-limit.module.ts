import { Global, Module } from '@nestjs/common';
import { AddressLimits } from './address-limits';
import { SignInLimit } from './sign-in-limit.guard';

/** How often something may be tried from one network. */
@Global()
@Module({ providers: [AddressLimits, SignInLimit], exports: [AddressLimits, SignInLimit] })
export class AddressLimitModule {}

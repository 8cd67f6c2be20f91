import { Module } from '@nestjs/common';
import { IdentityBureauModule } from '../../bureaus/identity/identity.module';
import { ConsentsModule } from '../consents/consents.module';
import { IdentityController } from './identity.controller';
import { IdentityChecks } from './identity-checks.port';
import { IdentityChecksService } from './identity-checks.service';
import { IdentityLimits } from './identity-limits';
import { MeService } from './me.service';
import { People } from './people.port';
import { PeopleService } from './people.service';
import { VerificationService } from './verification.service';

@Module({
  imports: [IdentityBureauModule, ConsentsModule],
  controllers: [IdentityController],
  providers: [
    IdentityLimits,
    IdentityChecksService,
    { provide: IdentityChecks, useExisting: IdentityChecksService },
    MeService,
    PeopleService,
    { provide: People, useExisting: PeopleService },
    VerificationService,
  ],
  exports: [People, IdentityChecks],
})
export class IdentityModule {}

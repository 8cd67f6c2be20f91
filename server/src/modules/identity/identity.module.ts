import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { IdentityBureauModule } from '../../bureaus/identity/identity.module';
import { ConsentsModule } from '../consents/consents.module';
import { DisclosuresModule } from '../rights/disclosures/disclosures.module';
import { DeskQuestions } from './desk-questions.port';
import { DeskQuestionsService } from './desk-questions.service';
import { IdentityController } from './identity.controller';
import { IdentityChecks } from './identity-checks.port';
import { IdentityChecksService } from './identity-checks.service';
import { IdentityLimits } from './identity-limits';
import { IdentityRecords } from './identity-records.service';
import { LinkSigning, PersonSigning } from './links/link-signing';
import { Links } from './links/links.service';
import { SignedLinks } from './links/signed-links';
import { SignedPeople } from './links/signed-people';
import { MeService } from './me.service';
import { People } from './people.port';
import { PeopleService } from './people.service';
import { PeopleWatches } from './people-watches.service';
import { VerificationService } from './verification.service';

@Module({
  imports: [DiscoveryModule, IdentityBureauModule, ConsentsModule, DisclosuresModule],
  controllers: [IdentityController],
  providers: [
    IdentityLimits,
    IdentityRecords,
    IdentityChecksService,
    { provide: IdentityChecks, useExisting: IdentityChecksService },
    LinkSigning,
    PersonSigning,
    Links,
    SignedLinks,
    SignedPeople,
    { provide: DeskQuestions, useClass: DeskQuestionsService },
    MeService,
    PeopleService,
    PeopleWatches,
    { provide: People, useExisting: PeopleService },
    VerificationService,
  ],
  exports: [People, IdentityChecks, DeskQuestions],
})
export class IdentityModule {}

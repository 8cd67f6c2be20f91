import { Module } from '@nestjs/common';
import { IdentityBureauModule } from '../../bureaus/identity/identity.module';
import { ConsentsModule } from '../consents/consents.module';
import { IdentityModule } from '../identity/identity.module';
import { NoticesModule } from '../notices/notices.module';
import { LegalHoldsModule } from '../rights/keeping/legal-holds.module';
import { DependantOwnership } from './dependant-ownership';
import { DependantsController } from './dependants.controller';
import { Dependants, GuardianshipDesk } from './dependants.port';
import { DependantsService } from './dependants.service';
import { GuardianshipDeskService } from './guardianship-desk.service';
import { Guardianships } from './guardianships.service';
import { KinshipAsked } from './kinship.handoff';
import { KinshipQuestions } from './kinship-questions.service';

/** Whose guardian somebody is, and how it is proved. */
@Module({
  imports: [IdentityBureauModule, IdentityModule, ConsentsModule, NoticesModule, LegalHoldsModule],
  controllers: [DependantsController],
  providers: [
    DependantsService,
    { provide: Dependants, useExisting: DependantsService },
    GuardianshipDeskService,
    { provide: GuardianshipDesk, useExisting: GuardianshipDeskService },
    KinshipQuestions,
    Guardianships,
    KinshipAsked,
    DependantOwnership,
  ],
  exports: [Dependants, GuardianshipDesk],
})
export class DependantsModule {}

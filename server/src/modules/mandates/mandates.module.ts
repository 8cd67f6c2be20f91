import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { IdentityBureauModule } from '../../bureaus/identity/identity.module';
import { SmsModule } from '../../bureaus/sms/sms.module';
import { IdentityModule } from '../identity/identity.module';
import { NoticesModule } from '../notices/notices.module';
import { LegalHoldsModule } from '../rights/keeping/legal-holds.module';
import { TextingModule } from '../texting/texting.module';
import { Agreeing } from './agreeing.service';
import { AnsweringPhones } from './answering-phones.service';
import { Helping } from './helping.service';
import { MandateReadBack, PrincipalAsked } from './mandate.handoff';
import { MandateActs } from './mandate-acts.service';
import { MandateDesk } from './mandate-desk.port';
import { MandateDeskService } from './mandate-desk.service';
import { MandateOwnership } from './mandate-ownership';
import { MandateSigning } from './mandate-signing';
import { MandateViews } from './mandate-views.service';
import { MandatesController } from './mandates.controller';
import { Mandates } from './mandates.port';
import { MandatesService } from './mandates.service';
import { MandatesStop } from './mandates-stop';
import { PrincipalNews } from './principal-news.port';
import { PayeeChangeTold, PrincipalNewsService } from './principal-news.service';
import { PrincipalQuestions } from './principal-questions.service';
import { ReadBacks } from './read-back.service';
import { SignedMandates } from './signed-mandates';
import { StopController } from './stop.controller';

/** 代办: one matter, one person, up to a day, read back to them, stopped at once. */
@Module({
  imports: [
    DiscoveryModule,
    IdentityBureauModule,
    SmsModule,
    IdentityModule,
    NoticesModule,
    LegalHoldsModule,
    TextingModule,
  ],
  controllers: [StopController, MandatesController],
  providers: [
    MandatesService,
    MandateSigning,
    SignedMandates,
    { provide: Mandates, useExisting: MandatesService },
    MandateActs,
    MandatesStop,
    MandateViews,
    ReadBacks,
    PrincipalQuestions,
    AnsweringPhones,
    Helping,
    Agreeing,
    MandateOwnership,
    MandateDeskService,
    { provide: MandateDesk, useExisting: MandateDeskService },
    PrincipalAsked,
    MandateReadBack,
    { provide: PrincipalNews, useClass: PrincipalNewsService },
    PayeeChangeTold,
  ],
  exports: [Mandates, MandateDesk, PrincipalNews],
})
export class MandatesModule {}

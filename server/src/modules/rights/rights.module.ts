import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module';
import { NoticesModule } from '../notices/notices.module';
import { ReliefModule } from '../relief/relief.module';
import { UploadsModule } from '../uploads/uploads.module';
import { Accesses } from './accesses/accesses.service';
import { DisclosuresModule } from './disclosures/disclosures.module';
import { CopiedRows } from './export/copied-rows.service';
import { ExportController } from './export/export.controller';
import { ExportLimit } from './export/export-limit.service';
import { ExportedLists } from './export/exported-lists.service';
import { Exports } from './export/exports.service';
import { AccountForgetting } from './forgetting/account-forgetting.service';
import { DeletionController } from './forgetting/deletion.controller';
import { DeletionLedger } from './forgetting/deletion-ledger';
import { DeletionViews } from './forgetting/deletion-views.service';
import { Deletions } from './forgetting/deletions.service';
import { DeletionsCheck } from './forgetting/deletions-check';
import { HeldBack } from './forgetting/held-back.service';
import { LegalHoldsModule } from './keeping/legal-holds.module';
import { Retention } from './keeping/retention.service';
import { RetentionCommands } from './keeping/retention-commands';
import { RowsOver } from './keeping/rows-over.service';
import { UnspokenPeople } from './keeping/unspoken-people.service';
import { KnownElsewhere } from './known-elsewhere/known-elsewhere.watch';
import { DeathQuestion } from './relatives/death-question.service';
import { DeceasedRequestDesk } from './relatives/deceased-request-desk.port';
import { DeceasedRequestDeskService } from './relatives/deceased-request-desk.service';
import { DeceasedRequests } from './relatives/deceased-requests.repository';
import { KinWishController } from './relatives/kin-wish.controller';
import { KinWishes } from './relatives/kin-wishes.service';
import { RelativesApart } from './relatives/relatives-apart.service';
import { RelativesCopy } from './relatives/relatives-copy.service';
import { RequestAnswering } from './relatives/request-answering.service';
import { RequestInHand } from './relatives/request-in-hand.service';
import { RequestRecording } from './relatives/request-recording.service';
import { RightsController } from './rights.controller';
import { RowRemoval } from './row-removal.service';
import { Subjects } from './subjects.service';
import { TextVersions } from './texts/text-versions.service';
import { TextsController } from './texts/texts.controller';

/** 我的数据: what a resident may know, take home, have forgotten (PIPL 44–50). */
@Module({
  imports: [DisclosuresModule, IdentityModule, LegalHoldsModule, NoticesModule, ReliefModule, UploadsModule],
  controllers: [RightsController, ExportController, DeletionController, TextsController, KinWishController],
  providers: [
    Subjects,
    Accesses,
    CopiedRows,
    ExportedLists,
    ExportLimit,
    Exports,
    RowRemoval,
    AccountForgetting,
    HeldBack,
    DeletionLedger,
    DeletionViews,
    Deletions,
    DeletionsCheck,
    RowsOver,
    UnspokenPeople,
    Retention,
    RetentionCommands,
    KnownElsewhere,
    TextVersions,
    KinWishes,
    DeceasedRequests,
    RelativesApart,
    RelativesCopy,
    DeathQuestion,
    RequestRecording,
    RequestInHand,
    RequestAnswering,
    { provide: DeceasedRequestDesk, useClass: DeceasedRequestDeskService },
  ],
  exports: [DeceasedRequestDesk],
})
export class RightsModule {}

import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { IdentityBureauModule } from '../../bureaus/identity/identity.module';
import { MeansVerificationModule } from '../../bureaus/means-verification/means-verification.module';
import { ReliefBureausModule } from '../../bureaus/relief-bureaus.module';
import { SmsModule } from '../../bureaus/sms/sms.module';
import { ConsentsModule } from '../consents/consents.module';
import { DependantsModule } from '../dependants/dependants.module';
import { HolidaysModule } from '../holidays/holidays.module';
import { IdentityModule } from '../identity/identity.module';
import { MandatesModule } from '../mandates/mandates.module';
import { NoticesModule } from '../notices/notices.module';
import { DisclosuresModule } from '../rights/disclosures/disclosures.module';
import { LegalHoldsModule } from '../rights/keeping/legal-holds.module';
import { StandardsModule } from '../standards/standards.module';
import { TextingModule } from '../texting/texting.module';
import { UploadsModule } from '../uploads/uploads.module';
import { UrgentModule } from '../urgent/urgent.module';
import { AdultNews, AdultReports, AdultsSaidOnFiling } from './adults/adult-news.service';
import { AdultsMatter } from './adults/adults.matter';
import { AdultsRepository } from './adults/adults.repository';
import { Adults } from './adults/adults.service';
import { AdultsViewPart } from './adults/adults.view-part';
import { InvitationLimit } from './adults/invitation-limit.guard';
import { InvitationsController } from './adults/invitations.controller';
import { Invitations } from './adults/invitations.service';
import { KeyedSigning } from './adults/keyed-signing.service';
import { LinkRevocation } from './adults/link-revocation.service';
import { MySignatures, SignatureOwnership } from './adults/my-signatures.service';
import { OwnPhones } from './adults/own-phones.service';
import { SignatureActs } from './adults/signature-acts.service';
import { SignatureNotices } from './adults/signature-notices.service';
import { SignatureLinkSent, SignatureSms } from './adults/signature-sms.service';
import { SignerBureau } from './adults/signer-bureau.service';
import { SignerQuestions } from './adults/signer-questions.service';
import { Signers } from './adults/signers.service';
import { SigningController } from './adults/signing.controller';
import { Signing } from './adults/signing.service';
import { SigningHere } from './adults/signing-here.service';
import { UnsignedAdultsService } from './adults/unsigned-adults.service';
import { ApplicationOffices } from './application-offices.port';
import { ApplicationNotices } from './applications/application-notices.service';
import { ApplicationOwnership } from './applications/application-ownership';
import { ApplicationViews } from './applications/application-views.service';
import { ApplicationsRepository } from './applications/applications.repository';
import { CaseViews } from './applications/case-views.service';
import { DraftBeginnings } from './applications/draft-beginnings.service';
import { DraftRemoval } from './applications/draft-removal.service';
import { DraftsController } from './applications/drafts.controller';
import { Drafts } from './applications/drafts.service';
import { Evaluations } from './applications/evaluations.service';
import { Subjects } from './applications/subjects.service';
import { ViewParts } from './applications/view-parts';
import { ApplicationRules } from './cases/application-rules';
import { CaseEvents } from './cases/case-events.service';
import { CaseSigning } from './cases/case-signing';
import { CasesRepository } from './cases/cases.repository';
import { HeldItems } from './cases/held-items.service';
import { Routes } from './cases/routes.service';
import { SignedCases } from './cases/signed-cases';
import { HouseholdLook } from './checks/household-look.service';
import { MeansCheckRequests } from './checks/means-check-requests.service';
import { MeansCheckResults } from './checks/means-check-results.service';
import { MeansChecksRepository } from './checks/means-checks.repository';
import { CaseClocks } from './clocks/case-clocks.service';
import { CaseDues } from './clocks/case-dues.service';
import { ClocksDesk } from './clocks/clocks-desk.service';
import { LateStepsJob } from './clocks/late-steps.job';
import { LateSteps } from './clocks/late-steps.service';
import { LateViews } from './clocks/late-views.service';
import { ReliefOutcomes } from './clocks/relief-outcomes';
import { ElsewhereMatter, ElsewhereSaid } from './elsewhere/elsewhere.matter';
import { GivenPapers } from './given-papers.port';
import { CaseAnswers } from './handoff/case-answers.service';
import { caseCallbacks } from './handoff/case-callbacks.handoff';
import { CaseMatters } from './handoff/case-matters';
import { caseMessageHandlers } from './handoff/case-messages.handoff';
import { CaseNews } from './handoff/case-news.service';
import { CheckWasReported } from './handoff/check-reported.handoff';
import { CommonNews } from './handoff/common-news.service';
import { Dispatch } from './handoff/dispatch';
import { FollowUps } from './handoff/follow-ups.service';
import { MeansCheckCallbacks, MeansCheckCancelled, MeansCheckRequested } from './handoff/means-check.handoff';
import { MessageFiles } from './handoff/message-files';
import { KeptFilers } from './kept-filers.port';
import { ChangesRepository } from './money/changes.repository';
import { Changes } from './money/changes.service';
import { DeathChanges } from './money/death-changes.service';
import { FeedbackRepository } from './money/feedback.repository';
import { Feedback } from './money/feedback.service';
import { FollowUpJob } from './money/follow-up.job';
import { MoneyController } from './money/money.controller';
import { MoneyNewsMatter } from './money/money-news.matter';
import { MoneyViews } from './money/money-views.service';
import { PayeeCheckedMatter } from './money/payee-checked.matter';
import { PayeeKeeper } from './money/payee-keeper.service';
import { PayeeMessages } from './money/payee-messages';
import { PayeeSaid } from './money/payee-said';
import { PayeeViews } from './money/payee-views.service';
import { PayeesRepository } from './money/payees.repository';
import { Payees } from './money/payees.service';
import { PaymentStories } from './money/payments.service';
import { ReliefStop } from './money/relief-stop';
import { ApplicantContacts } from './operations/applicant-contacts';
import { ApplicationOfficesService } from './operations/application-offices.service';
import { ReliefOperationsService } from './operations/relief-operations.service';
import { Commitments } from './papers/commitments.service';
import { GivenPapersService } from './papers/given-papers.service';
import { PaperFiles } from './papers/paper-files';
import { PaperStands } from './papers/paper-stands.service';
import { PaperUnreadableMatter } from './papers/paper-unreadable.matter';
import { PapersController } from './papers/papers.controller';
import { PapersRepository } from './papers/papers.repository';
import { Papers } from './papers/papers.service';
import { PapersOnFiling } from './papers/papers-on-filing';
import { PromiseReminders } from './papers/promise-reminders.job';
import { Supplements } from './papers/supplements.service';
import { AfterApproval } from './public-notice/after-approval.service';
import { NoticeMessages } from './public-notice/notice-messages.service';
import { PublicNoticeController } from './public-notice/public-notice.controller';
import { PublicNotices } from './public-notice/public-notices.service';
import { ReceiptPapers } from './receipt/receipt-papers.service';
import { Receipts } from './receipt/receipts.service';
import { Appeals } from './refusals/appeals.service';
import { DisputeMatter } from './refusals/dispute.matter';
import { DisputesRepository } from './refusals/disputes.repository';
import { Disputes } from './refusals/disputes.service';
import { RefusalsController } from './refusals/refusals.controller';
import { Refusals } from './refusals/refusals.service';
import { ReliefClocks } from './relief-clocks.port';
import { ReliefOperations } from './relief-operations.port';
import { ReliefRouting } from './relief-routing.port';
import { CaseMoves } from './routing/case-moves.service';
import { CasePlaces } from './routing/case-places.service';
import { CasesAtDesk } from './routing/cases-at-desk.service';
import { Delegations } from './routing/delegations.service';
import { MovedMatter } from './routing/moved.matter';
import { RouteChanges } from './routing/route-changes.service';
import { RoutingDesk } from './routing/routing-desk.service';
import { SendingOn } from './routing/sending-on.service';
import { StatementPapers } from './statement-papers.port';
import { HandIn } from './submission/hand-in.service';
import { HandInRecords } from './submission/hand-in-records.service';
import { SubmissionController } from './submission/submission.controller';
import { Submission } from './submission/submission.service';
import { Withdrawal } from './submission/withdrawal.service';
import { WithdrawalActs } from './submission/withdrawal-acts.service';
import { CaseStories } from './timeline/case-stories.service';
import { MoreSteps } from './timeline/more-steps.service';
import { Silence } from './timeline/silence.service';
import { TimelineController } from './timeline/timeline.controller';
import { Timelines } from './timeline/timeline.service';
import { UnsignedAdults } from './unsigned.port';
import { AgentSaidOnFiling, HelpEnded } from './whom/agent.matter';
import { ApplicationAccess } from './whom/application-access.service';
import { ApplicationPhones } from './whom/application-phones';
import { ApplicationSubjects } from './whom/application-subjects.repository';
import { HandingOver } from './whom/handing-over.service';
import { HelpedPeople } from './whom/helped-people.service';
import { HouseholdWards } from './whom/household-wards.service';
import { KeptFilersService } from './whom/kept-filers.service';
import { WhomViewPart } from './whom/whom.view-part';
import { WhomGate } from './whom/whom-gate.service';

const store = [
  ApplicationsRepository,
  ApplicationRules,
  CasesRepository,
  CaseSigning,
  SignedCases,
  MeansChecksRepository,
  ApplicationOwnership,
];
const application = [
  ApplicationViews,
  CaseViews,
  Subjects,
  ApplicationNotices,
  DraftBeginnings,
  Drafts,
  DraftRemoval,
  Evaluations,
  HandIn,
  HandInRecords,
  Submission,
  Withdrawal,
  WithdrawalActs,
];
const whom = [
  WhomViewPart,
  ApplicationSubjects,
  ApplicationPhones,
  KeptFilersService,
  { provide: KeptFilers, useExisting: KeptFilersService },
  ApplicationAccess,
  WhomGate,
  HandingOver,
  HouseholdWards,
  HelpedPeople,
  AgentSaidOnFiling,
  HelpEnded,
];
const cases = [CaseEvents, HeldItems, Routes, HouseholdLook, MeansCheckRequests, MeansCheckResults];
const adults = [
  AdultsViewPart,
  AdultsRepository,
  Adults,
  Signers,
  AdultNews,
  AdultReports,
  AdultsSaidOnFiling,
  AdultsMatter,
  UnsignedAdultsService,
  { provide: UnsignedAdults, useExisting: UnsignedAdultsService },
  Signing,
  LinkRevocation,
  SignatureActs,
  SignatureNotices,
  OwnPhones,
  SignerBureau,
  SignerQuestions,
  SigningHere,
  KeyedSigning,
  SignatureSms,
  SignatureLinkSent,
  Invitations,
  InvitationLimit,
  MySignatures,
  SignatureOwnership,
];
const drawn = { provide: StatementPapers, useExisting: ReceiptPapers };
const shown = [Silence, CaseStories, MoreSteps, ViewParts, Timelines, Receipts, ReceiptPapers, drawn];
const handoff = [Dispatch, CaseAnswers, CaseMatters, CaseNews, CommonNews, FollowUps];
/** What people bring: photos, promises, what an office asks for. */
const papers = [
  PapersRepository,
  PaperStands,
  Papers,
  Commitments,
  Supplements,
  PapersOnFiling,
  PaperFiles,
  { provide: MessageFiles, useExisting: PaperFiles },
  PaperUnreadableMatter,
  PromiseReminders,
  { provide: GivenPapers, useClass: GivenPapersService },
];
/** What bureaus and we say in common words, one list a matter: docs/bureaus/common-messages.md. */
const matters = [
  ElsewhereSaid,
  ElsewhereMatter,
  MovedMatter,
  DisputeMatter,
  MoneyNewsMatter,
  PayeeCheckedMatter,
  PayeeSaid,
  ...papers,
];
const refusals = [DisputesRepository, Refusals, Disputes, Appeals];
const publicNotice = [PublicNotices, NoticeMessages, AfterApproval];
const money = [
  PayeesRepository,
  PayeeMessages,
  PayeeKeeper,
  PayeeViews,
  Payees,
  PaymentStories,
  ChangesRepository,
  Changes,
  DeathChanges,
  ReliefStop,
  FeedbackRepository,
  Feedback,
  FollowUpJob,
  MoneyViews,
];
const messages = [...caseMessageHandlers, CheckWasReported, MeansCheckRequested, MeansCheckCancelled];
const operations = [
  ReliefOperationsService,
  { provide: ReliefOperations, useExisting: ReliefOperationsService },
  ApplicationOfficesService,
  { provide: ApplicationOffices, useExisting: ApplicationOfficesService },
  ApplicantContacts,
];
const routing = [
  RoutingDesk,
  { provide: ReliefRouting, useExisting: RoutingDesk },
  CasesAtDesk,
  SendingOn,
  CasePlaces,
  CaseMoves,
  Delegations,
  RouteChanges,
];
const clocks = [
  ClocksDesk,
  { provide: ReliefClocks, useExisting: ClocksDesk },
  CaseClocks,
  ReliefOutcomes,
  CaseDues,
  LateSteps,
  LateViews,
  LateStepsJob,
];
const callbacks = [...caseCallbacks, MeansCheckCallbacks];

/** Applications for relief, from the first word of a draft to the last decision. */
@Module({
  imports: [
    DiscoveryModule,
    StandardsModule,
    HolidaysModule,
    NoticesModule,
    UrgentModule,
    IdentityModule,
    IdentityBureauModule,
    DisclosuresModule,
    LegalHoldsModule,
    DependantsModule,
    MandatesModule,
    ConsentsModule,
    ReliefBureausModule,
    MeansVerificationModule,
    SmsModule,
    TextingModule,
    UploadsModule,
  ],
  controllers: [
    DraftsController,
    MoneyController,
    SubmissionController,
    SigningController,
    InvitationsController,
    TimelineController,
    RefusalsController,
    PublicNoticeController,
    PapersController,
  ],
  providers: [
    ...store,
    ...adults,
    ...application,
    ...whom,
    ...cases,
    ...shown,
    ...handoff,
    ...matters,
    ...refusals,
    ...money,
    ...messages,
    ...callbacks,
    ...operations,
    ...routing,
    ...publicNotice,
    ...clocks,
  ],
  exports: [
    ApplicationOffices,
    UnsignedAdults,
    ReliefOperations,
    ReliefRouting,
    ReliefClocks,
    StatementPapers,
    KeptFilers,
    GivenPapers,
  ],
})
export class ReliefModule {}

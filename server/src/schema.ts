import { DeathEffect, deathCertificate, deathWithdrawnWhy, VerifiedDeathRow } from './modules/after-death/death.entity';
import { CreateVerifiedDeath20261126150700 } from './modules/after-death/migrations/20261126150700-create-verified-death';
import { BookingRow, bookingDetails, bookingExcuse } from './modules/bookings/booking.entity';
import { BookingPartyRow, bookingPartyPhone } from './modules/bookings/booking-party.entity';
import { BookingQuota } from './modules/bookings/booking-quota.entity';
import { BookingStep } from './modules/bookings/booking-step.entity';
import { CancelCount } from './modules/bookings/cancel-limits/cancel-count.entity';
import { DisplacedBooking, KeptTime } from './modules/bookings/displaced/displaced.entity';
import { BookingReminder } from './modules/bookings/messages/booking-reminder.entity';
import { CreateBooking20261126110000 } from './modules/bookings/migrations/20261126110000-create-booking';
import { CreateBookingAsking20261126120000 } from './modules/bookings/migrations/20261126120000-create-booking-asking';
import { CreateDisplacedBooking20261126140100 } from './modules/bookings/migrations/20261126140100-create-displaced-booking';
import { CreateBookingReminder20261126140200 } from './modules/bookings/migrations/20261126140200-create-booking-reminder';
import { OfferTimesWithoutKeeping20261126150100 } from './modules/bookings/migrations/20261126150100-offer-times-without-keeping';
import { SignBookings20261126184000 } from './modules/bookings/migrations/20261126184000-sign-bookings';
import { CreateBookingCancelCount20261126185000 } from './modules/bookings/migrations/20261126185000-create-booking-cancel-count';
import { Asking } from './modules/bookings/partner/asking.entity';
import { Decline } from './modules/bookings/partner/decline.entity';
import { Invitation } from './modules/bookings/partner/invitation.entity';
import { Opening } from './modules/bookings/partner/opening.entity';
import { CatalogueVersion } from './modules/catalogue/catalogue-version.entity';
import { CreateCatalogueVersion20261124090300 } from './modules/catalogue/migrations/20261124090300-create-catalogue-version';
import { Complaint, complaintAnswer, complaintText } from './modules/complaints/complaint.entity';
import { CreateComplaint20261125160100 } from './modules/complaints/migrations/20261125160100-create-complaint';
import { Consent, ConsentChange } from './modules/consents/consent.entity';
import { CreateConsent20261125120100 } from './modules/consents/migrations/20261125120100-create-consent';
import { Dependant, dependantIdentity } from './modules/dependants/dependant.entity';
import { CreateDependant20261125150000 } from './modules/dependants/migrations/20261125150000-create-dependant';
import { HolidayNotice } from './modules/holidays/holiday-notice.entity';
import { IdentityTries } from './modules/identity/identity-tries.entity';
import { CreatePerson20261125120200 } from './modules/identity/migrations/20261125120200-create-person';
import { AccountPerson, Person, personIdNumber, personName } from './modules/identity/person.entity';
import { MandateRow, mandatePrincipal } from './modules/mandates/mandate.entity';
import { CreateMandate20261125150200 } from './modules/mandates/migrations/20261125150200-create-mandate';
import { SignMandates20261126184200 } from './modules/mandates/migrations/20261126184200-sign-mandates';
import {
  Divorce,
  DivorceParty,
  MarriageFiling,
  MarriageReview,
  reviewAnswer,
} from './modules/marriage/marriage.entity';
import { CreateMarriage20261126130000 } from './modules/marriage/migrations/20261126130000-create-marriage';
import { CreateNotice20261125140000 } from './modules/notices/migrations/20261125140000-create-notice';
import { CreateNoticeWays20261125140100 } from './modules/notices/migrations/20261125140100-create-notice-ways';
import { LetNoticesBeAboutAnything20261125160200 } from './modules/notices/migrations/20261125160200-let-notices-be-about-anything';
import { Notice } from './modules/notices/notice.entity';
import { callReason, NoticeCall } from './modules/notices/notice-call.entity';
import { NoticeDeferral } from './modules/notices/notice-deferral.entity';
import { NoticeGrant } from './modules/notices/notice-grant.entity';
import { NumberView } from './modules/notices/number-view.entity';
import { CreateOpenings20261126100100 } from './modules/openings/migrations/20261126100100-create-openings';
import {
  OpeningExceptionRow,
  OpeningHotDayRow,
  OpeningSettingRow,
  OpeningTemplateRow,
  SiteEditRow,
} from './modules/openings/openings.entity';
import { CreateStaffSession20261125140300 } from './modules/operations/migrations/20261125140300-create-staff-session';
import { KnowColleagues20261126181100 } from './modules/operations/migrations/20261126181100-know-colleagues';
import { StaffSession, staffSessionName } from './modules/operations/staff-session.entity';
import { StaffSignInTry } from './modules/operations/staff-sign-in-try.entity';
import { District } from './modules/places/district.entity';
import { CreateDistrictAndStreet20261124090100 } from './modules/places/migrations/20261124090100-create-district-and-street';
import { Street } from './modules/places/street.entity';
import { AdultWord, adultReason } from './modules/relief/adults/adult-word.entity';
import { Signature, signatureSigner } from './modules/relief/adults/signature.entity';
import { SignatureLink } from './modules/relief/adults/signature-link.entity';
import { Application, applicationFields } from './modules/relief/applications/application.entity';
import { Evaluation, evaluationContent } from './modules/relief/applications/evaluation.entity';
import { CaseEventRow, eventDetail } from './modules/relief/cases/case-event.entity';
import { CaseItemRow, itemDecision } from './modules/relief/cases/case-item.entity';
import { casePapers, ReliefCase } from './modules/relief/cases/relief-case.entity';
import { Route } from './modules/relief/cases/route.entity';
import { MeansCheck, meansFound } from './modules/relief/checks/means-check.entity';
import { CaseClock, CaseDue } from './modules/relief/clocks/case-due.entity';
import { LateStep, lateWord } from './modules/relief/clocks/late-step.entity';
import { CreateReliefApplication20261125130000 } from './modules/relief/migrations/20261125130000-create-relief-application';
import { CreateReliefCase20261125130100 } from './modules/relief/migrations/20261125130100-create-relief-case';
import { CreateReliefApplicationSubject20261125150100 } from './modules/relief/migrations/20261125150100-create-relief-application-subject';
import { CreateReliefMoney20261125160000 } from './modules/relief/migrations/20261125160000-create-relief-money';
import { CreateReliefPaper20261125170100 } from './modules/relief/migrations/20261125170100-create-relief-paper';
import { CreateReliefSignature20261125180000 } from './modules/relief/migrations/20261125180000-create-relief-signature';
import { CheckEachAdult20261125180100 } from './modules/relief/migrations/20261125180100-check-each-adult';
import { CreateReliefRouting20261125190000 } from './modules/relief/migrations/20261125190000-create-relief-routing';
import { CreateReliefClocks20261125190100 } from './modules/relief/migrations/20261125190100-create-relief-clocks';
import { CreateReliefDispute20261125210000 } from './modules/relief/migrations/20261125210000-create-relief-dispute';
import { FindDraftsByAge20261126183000 } from './modules/relief/migrations/20261126183000-find-drafts-by-age';
import { SignCases20261126184100 } from './modules/relief/migrations/20261126184100-sign-cases';
import { FollowUp, followUpText, Rating, ratingText } from './modules/relief/money/feedback.entity';
import { PayeeRow, payeeChoice } from './modules/relief/money/payee.entity';
import { changeContent, ReportedChange } from './modules/relief/money/reported-change.entity';
import { Commitment, commitmentContent } from './modules/relief/papers/commitment.entity';
import { Paper, PaperPage, PaperPromiseRow, PromiseReminder } from './modules/relief/papers/paper.entity';
import { Appeal } from './modules/relief/refusals/appeal.entity';
import { Dispute, disputeContent } from './modules/relief/refusals/dispute.entity';
import { CaseHopRow, hopWhy } from './modules/relief/routing/case-hop.entity';
import { Delegation, delegationReason } from './modules/relief/routing/delegation.entity';
import { RouteChange, routeReason } from './modules/relief/routing/route-change.entity';
import { ApplicationSubject, applicationSubjectPerson } from './modules/relief/whom/application-subject.entity';
import { CreateReplacing20261126150300 } from './modules/replacing/migrations/20261126150300-create-replacing';
import { CreateReplacingWish20261126150310 } from './modules/replacing/migrations/20261126150310-create-replacing-wish';
import { ReplacingMove, ReplacingPin, ReplacingRound } from './modules/replacing/round.entity';
import { ReplacingWish } from './modules/replacing/wish.entity';
import { Disclosure } from './modules/rights/disclosures/disclosure.entity';
import { holdWhy, LegalHold } from './modules/rights/keeping/legal-hold.entity';
import { CreateRights20261126175000 } from './modules/rights/migrations/20261126175000-create-rights';
import {
  certificateReport,
  memoryWords,
  SeaCertificateRow,
  SeaMemoryRow,
  SeaPassRow,
} from './modules/sea/boarding/boarding.entity';
import { SeaReportAside } from './modules/sea/boarding/report-aside.entity';
import { FarewellRow, farewellContent } from './modules/sea/farewells/farewell.entity';
import { deceasedClaim, FarewellDeceased } from './modules/sea/farewells/farewell-deceased.entity';
import { FarewellKinRow, kinSaid } from './modules/sea/farewells/farewell-kin.entity';
import { FarewellLink } from './modules/sea/farewells/farewell-link.entity';
import { FarewellStep } from './modules/sea/farewells/farewell-step.entity';
import { SeaFiling, seaFilingParty } from './modules/sea/handoff/sea-filing.entity';
import { CreateSeaVoyage20261126150110 } from './modules/sea/migrations/20261126150110-create-sea-voyage';
import { CreateFarewell20261126150200 } from './modules/sea/migrations/20261126150200-create-farewell';
import { CreateSeaFiling20261126150400 } from './modules/sea/migrations/20261126150400-create-sea-filing';
import { CreateBoarding20261126150600 } from './modules/sea/migrations/20261126150600-create-boarding';
import { CreateSeaReportAside20261126160600 } from './modules/sea/migrations/20261126160600-create-sea-report-aside';
import { SeaVoyage } from './modules/sea/voyages/voyage.entity';
import { Account, accountOpenid } from './modules/sessions/account.entity';
import { CreateAccountAndSession20261125120000 } from './modules/sessions/migrations/20261125120000-create-account-and-session';
import { LoginCode, RefreshToken } from './modules/sessions/refresh-token.entity';
import { Session } from './modules/sessions/session.entity';
import { CreateSlotInventory20261126100000 } from './modules/slot-inventory/migrations/20261126100000-create-slot-inventory';
import { SlotHold, SlotHoldLine } from './modules/slot-inventory/slot-hold.entity';
import { SlotPool, SlotWindowRow } from './modules/slot-inventory/slot-window.entity';
import { CreateStandardRowAndChange20261124090200 } from './modules/standards/migrations/20261124090200-create-standard-row-and-change';
import { SealStandardChanges20261125100300 } from './modules/standards/migrations/20261125100300-seal-standard-changes';
import { changedBySealed, changeReasonSealed, StandardChange } from './modules/standards/standard-change.entity';
import { StandardRowEntity } from './modules/standards/standard-row.entity';
import { CreateUploadedFile20261125170000 } from './modules/uploads/migrations/20261125170000-create-uploaded-file';
import { UploadDay, UploadedFile } from './modules/uploads/uploaded-file.entity';
import { CreateUrgentRequest20261125220000 } from './modules/urgent/migrations/20261125220000-create-urgent-request';
import { UrgentRequest, UrgentStep, urgentDetail, urgentTold } from './modules/urgent/urgent-request.entity';
import { CreateWaitingList20261126140000 } from './modules/waiting-list/migrations/20261126140000-create-waiting-list';
import { WaitingEntry, waitingTold } from './modules/waiting-list/waiting-entry.entity';
import { WaitingLine, WaitingTurn, WaitingWish } from './modules/waiting-list/waiting-wish.entity';
import { AddressTries } from './platform/address-limit/address-tries.entity';
import { CreateAddressTries20261125110200 } from './platform/address-limit/migrations/20261125110200-create-address-tries';
import { AuditChainLink } from './platform/audit/audit-chain.entity';
import { AuditRow, auditReason } from './platform/audit/audit-row.entity';
import { AuditShown } from './platform/audit/audit-shown.entity';
import { CreateAudit20261125100100 } from './platform/audit/migrations/20261125100100-create-audit';
import { CreateAuditShown20261126181000 } from './platform/audit/migrations/20261126181000-create-audit-shown';
import { DataVersionRow } from './platform/database/data-version.entity';
import { CreateDataVersion20261124090000 } from './platform/database/migrations/20261124090000-create-data-version';
import type { Schema } from './platform/database/schema';
import { IdempotencyKey, idempotencyAnswer } from './platform/idempotency/idempotency-key.entity';
import { CreateIdempotencyKey20261125100200 } from './platform/idempotency/migrations/20261125100200-create-idempotency-key';
import { CountReplays20261126172000 } from './platform/idempotency/migrations/20261126172000-count-replays';
import { InboxEvent, inboxBody } from './platform/inbox/inbox-event.entity';
import { InboxNonce } from './platform/inbox/inbox-nonce.entity';
import { CreateInbox20261125110100 } from './platform/inbox/migrations/20261125110100-create-inbox';
import { JobLease } from './platform/jobs/job-lease.entity';
import { CreateJobLease20261125100000 } from './platform/jobs/migrations/20261125100000-create-job-lease';
import { CreateOutbox20261125110000 } from './platform/outbox/migrations/20261125110000-create-outbox';
import { OutboxMessageRow, outboxPayload } from './platform/outbox/outbox-message.entity';
import { OutboxOrder } from './platform/outbox/outbox-order.entity';

/** Every table and every migration of every feature. */
export const schema: Schema = {
  entities: [
    DataVersionRow,
    District,
    Street,
    StandardRowEntity,
    StandardChange,
    CatalogueVersion,
    Account,
    Session,
    RefreshToken,
    LoginCode,
    Consent,
    ConsentChange,
    Person,
    AccountPerson,
    IdentityTries,
    Dependant,
    MandateRow,
    Application,
    ApplicationSubject,
    Evaluation,
    Signature,
    SignatureLink,
    AdultWord,
    ReliefCase,
    CaseItemRow,
    CaseEventRow,
    MeansCheck,
    PayeeRow,
    ReportedChange,
    Rating,
    FollowUp,
    Route,
    RouteChange,
    Delegation,
    CaseHopRow,
    HolidayNotice,
    CaseClock,
    CaseDue,
    LateStep,
    Dispute,
    Appeal,
    Notice,
    NoticeGrant,
    NoticeDeferral,
    NoticeCall,
    NumberView,
    Complaint,
    BookingRow,
    BookingPartyRow,
    BookingQuota,
    CancelCount,
    BookingStep,
    Asking,
    Invitation,
    Opening,
    Decline,
    StaffSession,
    StaffSignInTry,
    UrgentRequest,
    UrgentStep,
    JobLease,
    AuditRow,
    AuditChainLink,
    AuditShown,
    IdempotencyKey,
    OutboxOrder,
    OutboxMessageRow,
    InboxEvent,
    InboxNonce,
    AddressTries,
    UploadedFile,
    UploadDay,
    Paper,
    PaperPage,
    PaperPromiseRow,
    PromiseReminder,
    Commitment,
    SeaFiling,
    SeaVoyage,
    SlotPool,
    SlotWindowRow,
    SlotHold,
    SlotHoldLine,
    OpeningSettingRow,
    OpeningTemplateRow,
    OpeningExceptionRow,
    OpeningHotDayRow,
    SiteEditRow,
    MarriageFiling,
    MarriageReview,
    Divorce,
    DivorceParty,
    WaitingEntry,
    WaitingWish,
    ReplacingMove,
    ReplacingPin,
    ReplacingRound,
    ReplacingWish,
    WaitingTurn,
    WaitingLine,
    DisplacedBooking,
    KeptTime,
    BookingReminder,
    FarewellRow,
    FarewellDeceased,
    FarewellKinRow,
    FarewellLink,
    FarewellStep,
    VerifiedDeathRow,
    DeathEffect,
    SeaPassRow,
    SeaCertificateRow,
    SeaMemoryRow,
    SeaReportAside,
    Disclosure,
    LegalHold,
  ],
  migrations: [
    CreateDataVersion20261124090000,
    CreateDistrictAndStreet20261124090100,
    CreateStandardRowAndChange20261124090200,
    CreateCatalogueVersion20261124090300,
    CreateJobLease20261125100000,
    CreateAudit20261125100100,
    CreateIdempotencyKey20261125100200,
    SealStandardChanges20261125100300,
    CreateOutbox20261125110000,
    CreateInbox20261125110100,
    CreateAddressTries20261125110200,
    CreateAccountAndSession20261125120000,
    CreateConsent20261125120100,
    CreatePerson20261125120200,
    CreateReliefApplication20261125130000,
    CreateReliefCase20261125130100,
    CreateNotice20261125140000,
    CreateNoticeWays20261125140100,
    CreateStaffSession20261125140300,
    CreateDependant20261125150000,
    CreateReliefApplicationSubject20261125150100,
    CreateMandate20261125150200,
    CreateReliefMoney20261125160000,
    CreateComplaint20261125160100,
    LetNoticesBeAboutAnything20261125160200,
    CreateUploadedFile20261125170000,
    CreateReliefSignature20261125180000,
    CheckEachAdult20261125180100,
    CreateReliefRouting20261125190000,
    CreateReliefClocks20261125190100,
    CreateReliefDispute20261125210000,
    CreateUrgentRequest20261125220000,
    CreateReliefPaper20261125170100,
    CreateSlotInventory20261126100000,
    CreateOpenings20261126100100,
    CreateMarriage20261126130000,
    CreateBooking20261126110000,
    CreateWaitingList20261126140000,
    CreateDisplacedBooking20261126140100,
    CreateBookingReminder20261126140200,
    CreateBookingAsking20261126120000,
    OfferTimesWithoutKeeping20261126150100,
    CreateSeaVoyage20261126150110,
    CreateFarewell20261126150200,
    CreateVerifiedDeath20261126150700,
    CreateReplacing20261126150300,
    CreateReplacingWish20261126150310,
    CreateBoarding20261126150600,
    CreateSeaReportAside20261126160600,
    CreateSeaFiling20261126150400,
    CountReplays20261126172000,
    CreateRights20261126175000,
    CreateAuditShown20261126181000,
    KnowColleagues20261126181100,
    FindDraftsByAge20261126183000,
    SignBookings20261126184000,
    SignCases20261126184100,
    SignMandates20261126184200,
    CreateBookingCancelCount20261126185000,
  ],
  sealed: [
    accountOpenid,
    adultReason,
    applicationFields,
    applicationSubjectPerson,
    auditReason,
    bookingDetails,
    bookingExcuse,
    bookingPartyPhone,
    callReason,
    casePapers,
    changeContent,
    changeReasonSealed,
    changedBySealed,
    deceasedClaim,
    deathCertificate,
    deathWithdrawnWhy,
    dependantIdentity,
    complaintAnswer,
    complaintText,
    disputeContent,
    commitmentContent,
    evaluationContent,
    delegationReason,
    eventDetail,
    farewellContent,
    certificateReport,
    memoryWords,
    followUpText,
    holdWhy,
    hopWhy,
    idempotencyAnswer,
    inboxBody,
    itemDecision,
    kinSaid,
    lateWord,
    meansFound,
    mandatePrincipal,
    outboxPayload,
    payeeChoice,
    personIdNumber,
    personName,
    ratingText,
    reviewAnswer,
    routeReason,
    seaFilingParty,
    signatureSigner,
    staffSessionName,
    urgentDetail,
    urgentTold,
    waitingTold,
  ],
};

import { migrations } from './migrations';
import { DeathEffect, deathCertificate, deathWithdrawnWhy, VerifiedDeathRow } from './modules/after-death/death.entity';
import { BookingRow, bookingDetails, bookingExcuse } from './modules/bookings/booking.entity';
import { BookingPartyRow, bookingPartyPhone } from './modules/bookings/booking-party.entity';
import { BookingQuota } from './modules/bookings/booking-quota.entity';
import { BookingStep } from './modules/bookings/booking-step.entity';
import { CancelCount } from './modules/bookings/cancel-limits/cancel-count.entity';
import { DisplacedBooking, KeptTime } from './modules/bookings/displaced/displaced.entity';
import { BookingReminder } from './modules/bookings/messages/booking-reminder.entity';
import { Asking } from './modules/bookings/partner/asking.entity';
import { Decline } from './modules/bookings/partner/decline.entity';
import { Invitation } from './modules/bookings/partner/invitation.entity';
import { Opening } from './modules/bookings/partner/opening.entity';
import { CatalogueVersion } from './modules/catalogue/catalogue-version.entity';
import { Complaint, complaintAnswer, complaintText } from './modules/complaints/complaint.entity';
import { ComplaintTries } from './modules/complaints/complaint-tries.entity';
import { Consent, ConsentChange } from './modules/consents/consent.entity';
import { Dependant, dependantIdentity } from './modules/dependants/dependant.entity';
import { HolidayNotice } from './modules/holidays/holiday-notice.entity';
import { IdentityTries } from './modules/identity/identity-tries.entity';
import { AccountPerson, Person, personIdNumber, personName } from './modules/identity/person.entity';
import { MandateRow, mandatePrincipal } from './modules/mandates/mandate.entity';
import {
  Divorce,
  DivorceParty,
  MarriageFiling,
  MarriageReview,
  reviewAnswer,
} from './modules/marriage/marriage.entity';
import { Notice } from './modules/notices/notice.entity';
import { callReason, NoticeCall } from './modules/notices/notice-call.entity';
import { NoticeDeferral } from './modules/notices/notice-deferral.entity';
import { NoticeGrant } from './modules/notices/notice-grant.entity';
import { NumberView } from './modules/notices/number-view.entity';
import {
  OpeningExceptionRow,
  OpeningHotDayRow,
  OpeningSettingRow,
  OpeningTemplateRow,
  SiteEditRow,
} from './modules/openings/openings.entity';
import { StaffSession, staffSessionName } from './modules/operations/staff-session.entity';
import { StaffSignInTry } from './modules/operations/staff-sign-in-try.entity';
import { District } from './modules/places/district.entity';
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
import { KeptFiler, keptFilerPerson } from './modules/relief/whom/kept-filer.entity';
import { ReplacingMove, ReplacingPin, ReplacingRound } from './modules/replacing/round.entity';
import { ReplacingWish } from './modules/replacing/wish.entity';
import { Disclosure, disclosures } from './modules/rights/disclosures/disclosure.entity';
import { holdWhy, LegalHold } from './modules/rights/keeping/legal-hold.entity';
import {
  DeceasedRequest,
  requestAnswer,
  requestDeceased,
  requestRelativeName,
  requestRelativeNumber,
  requestSaid,
} from './modules/rights/relatives/deceased-request.entity';
import { KinWish } from './modules/rights/relatives/kin-wish.entity';
import { TextVersion, textVersions } from './modules/rights/texts/text-version.entity';
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
import { NamingTries } from './modules/sea/farewells/naming-tries.entity';
import { SeaFiling, seaFilingParty } from './modules/sea/handoff/sea-filing.entity';
import { SeaVoyage } from './modules/sea/voyages/voyage.entity';
import { Account, accountOpenid } from './modules/sessions/account.entity';
import { BorrowedSignIn } from './modules/sessions/borrowed-sign-in.entity';
import { LoginCode, RefreshToken } from './modules/sessions/refresh-token.entity';
import { Session } from './modules/sessions/session.entity';
import { SlotHold, SlotHoldLine } from './modules/slot-inventory/slot-hold.entity';
import { SlotPool, SlotWindowRow } from './modules/slot-inventory/slot-window.entity';
import { changedBySealed, changeReasonSealed, StandardChange } from './modules/standards/standard-change.entity';
import { StandardRowEntity } from './modules/standards/standard-row.entity';
import { TextTries } from './modules/texting/text-tries.entity';
import { UploadDay, UploadedFile } from './modules/uploads/uploaded-file.entity';
import { UrgentRequest, UrgentStep, urgentDetail, urgentTold } from './modules/urgent/urgent-request.entity';
import { WaitingEntry, waitingTold } from './modules/waiting-list/waiting-entry.entity';
import { WaitingLine, WaitingTurn, WaitingWish } from './modules/waiting-list/waiting-wish.entity';
import { AddressTries } from './platform/address-limit/address-tries.entity';
import { AuditChainLink, auditChain } from './platform/audit/audit-chain.entity';
import { AuditRow, auditReason, auditRows } from './platform/audit/audit-row.entity';
import { AuditShown, auditShown } from './platform/audit/audit-shown.entity';
import { DataVersionRow } from './platform/database/data-version.entity';
import type { Schema } from './platform/database/schema';
import { IdempotencyKey, idempotencyAnswer } from './platform/idempotency/idempotency-key.entity';
import { InboxEvent, inboxBody } from './platform/inbox/inbox-event.entity';
import { InboxNonce } from './platform/inbox/inbox-nonce.entity';
import { JobLease } from './platform/jobs/job-lease.entity';
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
    BorrowedSignIn,
    Consent,
    ConsentChange,
    Person,
    AccountPerson,
    IdentityTries,
    Dependant,
    MandateRow,
    Application,
    ApplicationSubject,
    KeptFiler,
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
    NamingTries,
    TextTries,
    ComplaintTries,
    VerifiedDeathRow,
    DeathEffect,
    SeaPassRow,
    SeaCertificateRow,
    SeaMemoryRow,
    SeaReportAside,
    Disclosure,
    LegalHold,
    DeceasedRequest,
    KinWish,
    TextVersion,
  ],
  migrations,
  sealed: [
    accountOpenid,
    adultReason,
    applicationFields,
    applicationSubjectPerson,
    keptFilerPerson,
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
    requestAnswer,
    requestDeceased,
    requestRelativeName,
    requestRelativeNumber,
    requestSaid,
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
  appendOnly: [auditRows, auditChain, auditShown, disclosures, textVersions],
};

import { CreateVerifiedDeath20261126150700 } from './modules/after-death/migrations/20261126150700-create-verified-death';
import { CreateBooking20261126110000 } from './modules/bookings/migrations/20261126110000-create-booking';
import { CreateBookingAsking20261126120000 } from './modules/bookings/migrations/20261126120000-create-booking-asking';
import { CreateDisplacedBooking20261126140100 } from './modules/bookings/migrations/20261126140100-create-displaced-booking';
import { CreateBookingReminder20261126140200 } from './modules/bookings/migrations/20261126140200-create-booking-reminder';
import { OfferTimesWithoutKeeping20261126150100 } from './modules/bookings/migrations/20261126150100-offer-times-without-keeping';
import { SignBookings20261126184000 } from './modules/bookings/migrations/20261126184000-sign-bookings';
import { CreateBookingCancelCount20261126185000 } from './modules/bookings/migrations/20261126185000-create-booking-cancel-count';
import { CreateCatalogueVersion20261124090300 } from './modules/catalogue/migrations/20261124090300-create-catalogue-version';
import { CreateComplaint20261125160100 } from './modules/complaints/migrations/20261125160100-create-complaint';
import { LetComplaintsBeCorrections20261126232110 } from './modules/complaints/migrations/20261126232110-let-complaints-be-corrections';
import { CreateComplaintTries20261127191000 } from './modules/complaints/migrations/20261127191000-create-complaint-tries';
import { CreateConsent20261125120100 } from './modules/consents/migrations/20261125120100-create-consent';
import { CreateDependant20261125150000 } from './modules/dependants/migrations/20261125150000-create-dependant';
import { CreatePerson20261125120200 } from './modules/identity/migrations/20261125120200-create-person';
import { SignLinks20261127150000 } from './modules/identity/migrations/20261127150000-sign-links';
import { CreateMandate20261125150200 } from './modules/mandates/migrations/20261125150200-create-mandate';
import { SignMandates20261126184200 } from './modules/mandates/migrations/20261126184200-sign-mandates';
import { CreateMarriage20261126130000 } from './modules/marriage/migrations/20261126130000-create-marriage';
import { CreateNotice20261125140000 } from './modules/notices/migrations/20261125140000-create-notice';
import { CreateNoticeWays20261125140100 } from './modules/notices/migrations/20261125140100-create-notice-ways';
import { LetNoticesBeAboutAnything20261125160200 } from './modules/notices/migrations/20261125160200-let-notices-be-about-anything';
import { CreateOpenings20261126100100 } from './modules/openings/migrations/20261126100100-create-openings';
import { CreateStaffSession20261125140300 } from './modules/operations/migrations/20261125140300-create-staff-session';
import { KnowColleagues20261126181100 } from './modules/operations/migrations/20261126181100-know-colleagues';
import { SignStaffSessions20261127150200 } from './modules/operations/migrations/20261127150200-sign-staff-sessions';
import { CreateDistrictAndStreet20261124090100 } from './modules/places/migrations/20261124090100-create-district-and-street';
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
import { CreateReliefFiler20261126232010 } from './modules/relief/migrations/20261126232010-create-relief-filer';
import { AskSigners20261127193500 } from './modules/relief/migrations/20261127193500-ask-signers';
import { CreateReplacing20261126150300 } from './modules/replacing/migrations/20261126150300-create-replacing';
import { CreateReplacingWish20261126150310 } from './modules/replacing/migrations/20261126150310-create-replacing-wish';
import { CreateRights20261126175000 } from './modules/rights/migrations/20261126175000-create-rights';
import { CreateRightsTextVersion20261126232210 } from './modules/rights/migrations/20261126232210-create-rights-text-version';
import { CreateDeceasedRequest20261127150210 } from './modules/rights/migrations/20261127150210-create-deceased-request';
import { KnowWhoRecorded20261127193000 } from './modules/rights/migrations/20261127193000-know-who-recorded';
import { CreateSeaVoyage20261126150110 } from './modules/sea/migrations/20261126150110-create-sea-voyage';
import { CreateFarewell20261126150200 } from './modules/sea/migrations/20261126150200-create-farewell';
import { CreateSeaFiling20261126150400 } from './modules/sea/migrations/20261126150400-create-sea-filing';
import { CreateBoarding20261126150600 } from './modules/sea/migrations/20261126150600-create-boarding';
import { CreateSeaReportAside20261126160600 } from './modules/sea/migrations/20261126160600-create-sea-report-aside';
import { SignFarewells20261126184300 } from './modules/sea/migrations/20261126184300-sign-farewells';
import { CreateFarewellNamingTries20261126232170 } from './modules/sea/migrations/20261126232170-create-farewell-naming-tries';
import { HandFarewellsOver20261127192000 } from './modules/sea/migrations/20261127192000-hand-farewells-over';
import { KnowWhoHandsOver20261127194000 } from './modules/sea/migrations/20261127194000-know-who-hands-over';
import { CreateAccountAndSession20261125120000 } from './modules/sessions/migrations/20261125120000-create-account-and-session';
import { CreateBorrowedSignIn20261126232160 } from './modules/sessions/migrations/20261126232160-create-borrowed-sign-in';
import { SignRefreshTokens20261127150100 } from './modules/sessions/migrations/20261127150100-sign-refresh-tokens';
import { CreateSlotInventory20261126100000 } from './modules/slot-inventory/migrations/20261126100000-create-slot-inventory';
import { CreateStandardRowAndChange20261124090200 } from './modules/standards/migrations/20261124090200-create-standard-row-and-change';
import { SealStandardChanges20261125100300 } from './modules/standards/migrations/20261125100300-seal-standard-changes';
import { CreateTextTries20261127190000 } from './modules/texting/migrations/20261127190000-create-text-tries';
import { CreateUploadedFile20261125170000 } from './modules/uploads/migrations/20261125170000-create-uploaded-file';
import { CountReadingTime20261126232050 } from './modules/uploads/migrations/20261126232050-count-reading-time';
import { CreateUrgentRequest20261125220000 } from './modules/urgent/migrations/20261125220000-create-urgent-request';
import { CreateWaitingList20261126140000 } from './modules/waiting-list/migrations/20261126140000-create-waiting-list';
import { CreateAddressTries20261125110200 } from './platform/address-limit/migrations/20261125110200-create-address-tries';
import { CreateAudit20261125100100 } from './platform/audit/migrations/20261125100100-create-audit';
import { CreateAuditShown20261126181000 } from './platform/audit/migrations/20261126181000-create-audit-shown';
import { CreateDataVersion20261124090000 } from './platform/database/migrations/20261124090000-create-data-version';
import { CreateIdempotencyKey20261125100200 } from './platform/idempotency/migrations/20261125100200-create-idempotency-key';
import { CountReplays20261126172000 } from './platform/idempotency/migrations/20261126172000-count-replays';
import { CreateInbox20261125110100 } from './platform/inbox/migrations/20261125110100-create-inbox';
import { CreateJobLease20261125100000 } from './platform/jobs/migrations/20261125100000-create-job-lease';
import { CreateOutbox20261125110000 } from './platform/outbox/migrations/20261125110000-create-outbox';

/** Every migration of every feature; they run by the time in their names. */
export const migrations = [
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
  SignFarewells20261126184300,
  CreateBookingCancelCount20261126185000,
  CreateReliefFiler20261126232010,
  CountReadingTime20261126232050,
  LetComplaintsBeCorrections20261126232110,
  CreateBorrowedSignIn20261126232160,
  CreateFarewellNamingTries20261126232170,
  CreateRightsTextVersion20261126232210,
  SignLinks20261127150000,
  SignRefreshTokens20261127150100,
  SignStaffSessions20261127150200,
  CreateDeceasedRequest20261127150210,
  CreateTextTries20261127190000,
  CreateComplaintTries20261127191000,
  HandFarewellsOver20261127192000,
  KnowWhoRecorded20261127193000,
  AskSigners20261127193500,
  KnowWhoHandsOver20261127194000,
];

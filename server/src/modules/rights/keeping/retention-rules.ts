import type { Settled } from '../../../platform/config/keep-days';

/** Rows whose time is over once `since` lies further back than the days of `name`. They go with everything part of them. */
export interface RetentionRule {
  readonly name: Settled;
  readonly table: string;
  readonly since: string;
  /** What has to have ended first. */
  readonly where: string;
}

const ENDED_BOOKING = "state IN ('checked-in', 'no-show', 'cancelled', 'expired', 'rejected')";

const NO_ACCOUNT = 'account_id NOT IN (SELECT id FROM account)';
/** No application speaks of it any more: one that does is about somebody by it, and takes it along in the end. */
const unused = (column: string) =>
  `id NOT IN (SELECT ${column} FROM relief_application_subject WHERE ${column} IS NOT NULL)`;
/** A farewell that has its place keeps it: its family reads there which ship it was. */
const NO_PLACE_OF_A_FAREWELL = 'id NOT IN (SELECT booking_id FROM farewell WHERE booking_id IS NOT NULL)';

/** What has no rule stays: what was scattered, the audit, and `staysWithoutRule`. */
export const retentionRules: readonly RetentionRule[] = [
  { name: 'drafts', table: 'relief_application', since: 'updated_at', where: "state = 'draft'" },
  { name: 'drafts', table: 'farewell', since: 'updated_at', where: "state = 'draft'" },
  { name: 'relief', table: 'relief_application', since: 'updated_at', where: "state IN ('closed', 'withdrawn')" },
  { name: 'drafts', table: 'dependant', since: 'created_at', where: `${NO_ACCOUNT} AND ${unused('dependant_id')}` },
  { name: 'drafts', table: 'mandate', since: 'until', where: unused('mandate_id') },
  {
    name: 'bookings',
    table: 'booking',
    since: 'starts_at',
    where: `${ENDED_BOOKING} AND ${NO_PLACE_OF_A_FAREWELL}`,
  },
  // one nobody came back for is void long before: 民法典 第一千零七十七条
  { name: 'bookings', table: 'marriage_divorce', since: 'COALESCE(ended_on, received_on)', where: '1 = 1' },
  { name: 'bookings', table: 'waiting_entry', since: 'created_at', where: 'active_key IS NULL' },
  { name: 'farewells', table: 'farewell', since: 'withdrawn_at', where: "state = 'withdrawn'" },
  { name: 'messages', table: 'notice', since: 'created_at', where: '1 = 1' },
  { name: 'complaints', table: 'complaint', since: 'answered_at', where: "state = 'answered'" },
  { name: 'relatives', table: 'deceased_request', since: 'ended_at', where: "state <> 'recorded'" },
  { name: 'urgent', table: 'urgent_request', since: 'asked_at', where: "state = 'over'" },
  { name: 'relief', table: 'verified_death', since: 'withdrawn_at', where: 'standing IS NULL' },
  // what bureaus wrote to us, and that we wrote to them; what was in it is gone with its answer
  { name: 'relief', table: 'inbox_event', since: 'received_at', where: '1 = 1' },
  {
    name: 'relief',
    table: 'outbox_message',
    since: 'ended_at',
    where: "state IN ('done', 'pending', 'rejected', 'skipped')",
  },
  // each look is in the audit too; here it only counts for an hour
  { name: 'messages', table: 'number_view', since: 'at', where: '1 = 1' },
  {
    name: 'consents',
    table: 'consent_change',
    since: 'at',
    where: NO_ACCOUNT,
  },
];

/** Tables of matters that promise days and have no rule: why their rows stay, or what takes them. */
export const staysWithoutRule: Readonly<Record<string, string>> = {
  consent: 'the answer that counts now: goes with the account',
  kin_wish: 'goes with the person',
  notice_grant: 'a number of messages: goes with the account',
  booking_cancel_count: 'goes with its month (booking-cancel-counts-sweep), or with the person',
  uploaded_file: 'goes with the page whose file it is',
  idempotency_key: 'goes after three days (idempotency-sweep)',
  outbox_order: 'the last position for a random id, so that no later message overtakes an earlier one',
};

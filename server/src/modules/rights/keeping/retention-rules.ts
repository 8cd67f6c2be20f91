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

/** What has no rule stays: archives of marriage, what was scattered, the audit. */
export const retentionRules: readonly RetentionRule[] = [
  { name: 'drafts', table: 'relief_application', since: 'updated_at', where: "state = 'draft'" },
  { name: 'drafts', table: 'farewell', since: 'updated_at', where: "state = 'draft'" },
  { name: 'relief', table: 'relief_application', since: 'updated_at', where: "state IN ('closed', 'withdrawn')" },
  { name: 'bookings', table: 'booking', since: 'no_show_at', where: ENDED_BOOKING },
  { name: 'bookings', table: 'waiting_entry', since: 'created_at', where: 'active_key IS NULL' },
  { name: 'farewells', table: 'farewell', since: 'withdrawn_at', where: "state = 'withdrawn'" },
  { name: 'messages', table: 'notice', since: 'created_at', where: '1 = 1' },
  { name: 'complaints', table: 'complaint', since: 'answered_at', where: "state = 'answered'" },
  { name: 'urgent', table: 'urgent_request', since: 'asked_at', where: "state = 'over'" },
  // what bureaus wrote to us, and that we wrote to them; what was in it is gone with its answer
  { name: 'relief', table: 'inbox_event', since: 'received_at', where: '1 = 1' },
  { name: 'relief', table: 'outbox_message', since: 'ended_at', where: "state IN ('done', 'rejected', 'skipped')" },
  // each look is in the audit too; here it only counts for an hour
  { name: 'messages', table: 'number_view', since: 'at', where: '1 = 1' },
  {
    name: 'consents',
    table: 'consent_change',
    since: 'at',
    where: 'account_id NOT IN (SELECT id FROM account)',
  },
];

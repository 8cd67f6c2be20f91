import type { WaitingView } from '@jinmen/shared/bookings/views';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../platform/sealing/sealed-column';

export type WaitingState = WaitingView['state'];

/** Why waiting ended without a time. */
export const OVER_REASONS = ['days-past', 'not-taken'] as const;
export type OverReason = (typeof OVER_REASONS)[number];

/** A whole party that waits for a time, as one. */
@Entity('waiting_entry')
@Unique('uq_waiting_entry_active', ['activeKey'])
@Unique('uq_waiting_entry_booking', ['bookingId'])
@Index('ix_waiting_entry_line', ['service', 'state', 'place'])
@Index('ix_waiting_entry_account', ['accountId', 'createdAt', 'id'])
@Index('ix_waiting_entry_person', ['personId', 'state'])
@Check('ck_waiting_entry_state', "state IN ('waiting', 'offered', 'taken', 'left', 'over')")
@Check('ck_waiting_entry_active', "(state IN ('waiting', 'offered')) = (active_key IS NOT NULL)")
@Check('ck_waiting_entry_offer', "(state = 'offered') = (offer_until IS NOT NULL)")
@Check('ck_waiting_entry_booking', "state <> 'offered' OR booking_id IS NOT NULL")
@Check('ck_waiting_entry_over', "(state = 'over') = (over_reason IS NOT NULL)")
@Check('ck_waiting_entry_place', 'place >= 1')
export class WaitingEntry {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_waiting_entry' })
  id!: string;

  @Column({ type: 'varchar', length: 60 })
  service!: string;

  @Column({ type: 'varchar', length: 60 })
  kind!: string;

  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  accountId!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @Column({ type: 'varchar', length: 10 })
  state!: WaitingState;

  /** Service, kind and person while they wait: nobody stands in one line twice. */
  @Column({ name: 'active_key', type: 'varchar', length: 160, nullable: true })
  activeKey!: string | null;

  /** In the line of the service; the smaller, the sooner. */
  @Column({ type: 'int' })
  place!: number;

  /** Sealed: what `POST /bookings` would be told, and the number to call. */
  @Column({ type: 'blob' })
  told!: Buffer;

  /** The time kept for them, or the one they took. */
  @Column({ name: 'booking_id', type: 'varchar', length: 36, nullable: true })
  bookingId!: string | null;

  @Column({ name: 'offer_until', type: 'datetime', precision: 3, nullable: true })
  offerUntil!: Date | null;

  /** How often a time that was kept for them ran out. */
  @Column({ type: 'int' })
  lapses!: number;

  @Column({ name: 'over_reason', type: 'varchar', length: 20, nullable: true })
  overReason!: OverReason | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;
}

export const waitingTold = {
  table: 'waiting_entry',
  column: 'told',
  subject: 'waiting-entry',
  field: 'told',
} satisfies SealedColumn;

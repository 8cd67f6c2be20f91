import type { BookingState } from '@jinmen/shared/bookings/views';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../platform/sealing/sealed-column';

/** One booking from its first second to its last. Its people, keys and steps stand beside it. */
@Entity('booking')
@Unique('uq_booking_number', ['number'])
@Unique('uq_booking_hold', ['holdId'])
@Index('ix_booking_expires', ['expiresAt', 'id'])
@Index('ix_booking_no_show', ['state', 'noShowAt', 'id'])
@Index('ix_booking_window', ['windowId', 'state'])
@Check(
  'ck_booking_state',
  "state IN ('held', 'pending-partner', 'pending-bureau', 'confirmed', 'checked-in', 'no-show', 'cancelled', 'expired', 'rejected', 'displaced')",
)
@Check('ck_booking_expires', "(state IN ('held', 'pending-partner')) = (expires_at IS NOT NULL)")
@Check(
  'ck_booking_hold',
  "(state IN ('held', 'pending-partner', 'confirmed', 'checked-in', 'no-show')) = (hold_id IS NOT NULL)",
)
@Check(
  'ck_booking_ended',
  "(state IN ('checked-in', 'no-show', 'cancelled', 'expired', 'rejected')) = (ended_at IS NOT NULL)",
)
export class BookingRow {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_booking' })
  id!: string;

  @Column({ type: 'varchar', length: 12 })
  number!: string;

  @Column({ type: 'varchar', length: 60 })
  service!: string;

  @Column({ type: 'varchar', length: 60 })
  kind!: string;

  @Column({ type: 'varchar', length: 20 })
  state!: BookingState;

  /** Rises by one with every step, and with nothing else. */
  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'varchar', length: 60 })
  site!: string;

  /** Of `displaced`: the window that was closed. */
  @Column({ name: 'window_id', type: 'varchar', length: 36 })
  windowId!: string;

  @Column({ name: 'starts_at', type: 'datetime', precision: 3 })
  startsAt!: Date;

  /** Nobody came until then: a no-show. */
  @Column({ name: 'no_show_at', type: 'datetime', precision: 3 })
  noShowAt!: Date;

  /** The units it has in the inventory. */
  @Column({ name: 'hold_id', type: 'varchar', length: 36, nullable: true })
  holdId!: string | null;

  /** Of `held`: until when it is kept; of `pending-partner`: until when the other’s yes counts. */
  @Column({ name: 'expires_at', type: 'datetime', precision: 3, nullable: true })
  expiresAt!: Date | null;

  @Column({ type: 'int' })
  renewals!: number;

  /** Sealed: what was said beside people and time. */
  @Column({ type: 'blob' })
  details!: Buffer;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'ended_at', type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;

  /** A no-show somebody at the desk forgave. */
  @Column({ name: 'excused_at', type: 'datetime', precision: 3, nullable: true })
  excusedAt!: Date | null;

  /** Sealed: why, in words residents read. It may tell of an illness. */
  @Column({ name: 'excused_why', type: 'blob', nullable: true })
  excusedWhy!: Buffer | null;

  /** A digest of its steps; none of one that is not signed. */
  @Column({ type: 'blob', nullable: true })
  story!: Buffer | null;

  /** Over all that only a step changes, see `BookingSigning`. None where it was changed past the server, or long ago. */
  @Column({ type: 'blob', nullable: true })
  signed!: Buffer | null;
}

export const bookingExcuse: SealedColumn = {
  table: 'booking',
  column: 'excused_why',
  subject: 'booking',
  field: 'excuse',
};

export const bookingDetails: SealedColumn = {
  table: 'booking',
  column: 'details',
  subject: 'booking',
  field: 'details',
};

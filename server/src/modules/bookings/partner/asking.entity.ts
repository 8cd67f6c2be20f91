import type { PartnerWay } from '@jinmen/shared/bookings/views';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { BookingRow } from '../booking.entity';

/** `join`: to be the second person of it at all; `change`: to come at another time. */
export type AskingPurpose = 'join' | 'change';

/** What is asked of the other person of a booking, and until when a yes counts. It knows nothing of a no. */
@Entity('booking_asking')
@Unique('uq_booking_asking_standing', ['bookingId', 'standing'])
@Check('ck_booking_asking_purpose', "purpose IN ('join', 'change')")
@Check('ck_booking_asking_asked', "asked IN ('holder', 'partner')")
@Check('ck_booking_asking_way', "way IN ('own-phone', 'this-phone', 'desk')")
@Check('ck_booking_asking_ended', "ended_as IS NULL OR ended_as IN ('agreed', 'lapsed', 'withdrawn')")
@Check('ck_booking_asking_standing', '(standing IS NULL) = (ended_as IS NOT NULL)')
@Check(
  'ck_booking_asking_hold',
  "(purpose = 'change') = (hold_id IS NOT NULL) AND (hold_id IS NULL) = (window_id IS NULL)",
)
@Index('ix_booking_asking_until', ['standing', 'until'])
export class Asking {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_booking_asking' })
  id!: string;

  @Column({ name: 'booking_id', type: 'varchar', length: 36 })
  bookingId!: string;

  @ManyToOne(() => BookingRow)
  @JoinColumn({ name: 'booking_id', foreignKeyConstraintName: 'fk_booking_asking_booking' })
  booking?: BookingRow;

  @Column({ type: 'varchar', length: 8 })
  purpose!: AskingPurpose;

  /** The purpose as long as it has not ended: one of each at a time. */
  @Column({ type: 'varchar', length: 8, nullable: true })
  standing!: AskingPurpose | null;

  /** Whose yes is waited for. */
  @Column({ type: 'varchar', length: 8 })
  asked!: 'holder' | 'partner';

  @Column({ type: 'varchar', length: 12 })
  way!: PartnerWay;

  @Column({ name: 'asked_at', type: 'datetime', precision: 3 })
  askedAt!: Date;

  @Column({ name: 'until_at', type: 'datetime', precision: 3 })
  until!: Date;

  @Column({ name: 'ended_as', type: 'varchar', length: 12, nullable: true })
  endedAs!: 'agreed' | 'lapsed' | 'withdrawn' | null;

  @Column({ name: 'reminded_at', type: 'datetime', precision: 3, nullable: true })
  remindedAt!: Date | null;

  /** Of a change: what is held beside the old time, in which window. */
  @Column({ name: 'hold_id', type: 'varchar', length: 36, nullable: true })
  holdId!: string | null;

  @Column({ name: 'window_id', type: 'varchar', length: 36, nullable: true })
  windowId!: string | null;
}

import type { PartnerWay } from '@jinmen/shared/bookings/views';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../platform/sealing/sealed-column';
import { BookingRow } from './booking.entity';

export type BookingRole = 'holder' | 'partner';

/** Somebody a booking is for. A partner stands here from their own yes on; before it, and after a no, there is no row. */
@Entity('booking_party')
@Unique('uq_booking_party_role', ['bookingId', 'role'])
@Unique('uq_booking_party_person', ['bookingId', 'personId'])
@Index('ix_booking_party_account', ['accountId', 'bookingId'])
@Index('ix_booking_party_person', ['personId'])
@Check('ck_booking_party_role', "role IN ('holder', 'partner')")
@Check('ck_booking_party_partner', "role = 'holder' OR (way IS NOT NULL AND confirmed_at IS NOT NULL)")
export class BookingPartyRow {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_booking_party' })
  id!: string;

  @Column({ name: 'booking_id', type: 'varchar', length: 36 })
  bookingId!: string;

  @ManyToOne(() => BookingRow)
  @JoinColumn({ name: 'booking_id', foreignKeyConstraintName: 'fk_booking_party_booking' })
  booking?: BookingRow;

  @Column({ type: 'varchar', length: 10 })
  role!: BookingRole;

  /** Name and number stand with the person and nowhere else (design §8). */
  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  /** Whose phone; none of somebody who said yes on another’s phone or at a desk. */
  @Column({ name: 'account_id', type: 'varchar', length: 36, nullable: true })
  accountId!: string | null;

  /** Sealed: the number they left for this booking. */
  @Column({ type: 'blob', nullable: true })
  phone!: Buffer | null;

  @Column({ type: 'varchar', length: 20, nullable: true })
  way!: PartnerWay | null;

  @Column({ name: 'confirmed_at', type: 'datetime', precision: 3, nullable: true })
  confirmedAt!: Date | null;
}

export const bookingPartyPhone: SealedColumn = {
  table: 'booking_party',
  column: 'phone',
  subject: 'booking-party',
  field: 'phone',
};

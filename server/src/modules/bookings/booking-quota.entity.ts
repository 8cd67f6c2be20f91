import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { BookingRow } from './booking.entity';
import type { BookingRole } from './booking-party.entity';

/** One active booking under one key, because the database refuses the second row. Gone as soon as the booking is over. */
@Entity('booking_quota')
@Index('ix_booking_quota_booking', ['bookingId'])
export class BookingQuota {
  @PrimaryColumn({ type: 'varchar', length: 60, primaryKeyConstraintName: 'pk_booking_quota' })
  scope!: string;

  @PrimaryColumn({
    name: 'quota_key',
    type: 'varchar',
    length: 100,
    primaryKeyConstraintName: 'pk_booking_quota',
  })
  key!: string;

  @Column({ name: 'booking_id', type: 'varchar', length: 36 })
  bookingId!: string;

  @ManyToOne(() => BookingRow)
  @JoinColumn({ name: 'booking_id', foreignKeyConstraintName: 'fk_booking_quota_booking' })
  booking?: BookingRow;

  @Column({ type: 'varchar', length: 10 })
  role!: BookingRole;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A booking whose people were reminded of its day: once for each time it is moved to. */
@Entity('booking_reminder')
export class BookingReminder {
  @PrimaryColumn({ name: 'booking_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_booking_reminder' })
  bookingId!: string;

  @PrimaryColumn({ name: 'window_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_booking_reminder' })
  windowId!: string;

  @Column({ name: 'at', type: 'datetime', precision: 3 })
  at!: Date;
}

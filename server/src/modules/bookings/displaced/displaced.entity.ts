import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A booking without a place whose people have to be told, or were. Gone once it has a place again or is over. */
@Entity('displaced_booking')
@Index('ix_displaced_booking_due', ['toldAt', 'at'])
export class DisplacedBooking {
  @PrimaryColumn({
    name: 'booking_id',
    type: 'varchar',
    length: 36,
    primaryKeyConstraintName: 'pk_displaced_booking',
  })
  bookingId!: string;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  /** Its people were told, with what was kept for them then. */
  @Column({ name: 'told_at', type: 'datetime', precision: 3, nullable: true })
  toldAt!: Date | null;
}

/** A time kept for such a booking, or offered beside one. */
@Entity('kept_time')
@Unique('uq_kept_time_hold', ['holdId'])
@Index('ix_kept_time_until', ['keptUntil'])
export class KeptTime {
  @PrimaryColumn({ name: 'booking_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_kept_time' })
  bookingId!: string;

  @PrimaryColumn({ name: 'window_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_kept_time' })
  windowId!: string;

  /** None of a time that is only offered: it is there for whoever takes it first. */
  @Column({ name: 'hold_id', type: 'varchar', length: 36, nullable: true })
  holdId!: string | null;

  /** The order it is offered in. */
  @Column({ name: 'offer_order', type: 'int' })
  order!: number;

  @Column({ name: 'kept_until', type: 'datetime', precision: 3 })
  keptUntil!: Date;
}

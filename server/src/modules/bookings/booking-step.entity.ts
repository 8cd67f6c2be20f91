import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { BookingRow } from './booking.entity';
import type { BookingMove } from './booking.machine';

/** What happened to a booking, in order; what its people read of it. A no leaves none (docs/adr/0019). */
@Entity('booking_step')
export class BookingStep {
  @PrimaryColumn({
    name: 'booking_id',
    type: 'varchar',
    length: 36,
    primaryKeyConstraintName: 'pk_booking_step',
  })
  bookingId!: string;

  @ManyToOne(() => BookingRow)
  @JoinColumn({ name: 'booking_id', foreignKeyConstraintName: 'fk_booking_step_booking' })
  booking?: BookingRow;

  /** The booking’s version after it. */
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'pk_booking_step' })
  version!: number;

  @Column({ type: 'varchar', length: 20 })
  act!: BookingMove;

  /** In words residents read; of an excuse they stand sealed with the booking. */
  @Column({ type: 'varchar', length: 400, nullable: true })
  why!: string | null;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}

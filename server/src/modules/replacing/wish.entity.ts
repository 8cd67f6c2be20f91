import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What people who lost a time said of another: days and places, nothing about anybody. */
@Entity('replacing_wish')
export class ReplacingWish {
  @PrimaryColumn({ name: 'booking_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_replacing_wish' })
  bookingId!: string;

  /** `OtherTimeWishes` */
  @Column({ type: 'text' })
  said!: string;

  @Column({ name: 'at', type: 'datetime', precision: 3 })
  at!: Date;
}

import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Tries } from '../../../platform/database/tries';

/** How often somebody gave a time of a service back themself, in one month of Tianjin. Gone with the month. */
@Entity('booking_cancel_count')
@Check('ck_booking_cancel_count_tries', 'tries >= 0')
export class CancelCount implements Tries {
  /** `2026-11` */
  @PrimaryColumn({ type: 'varchar', length: 7, primaryKeyConstraintName: 'pk_booking_cancel_count' })
  month!: string;

  @PrimaryColumn({ type: 'varchar', length: 60, primaryKeyConstraintName: 'pk_booking_cancel_count' })
  service!: string;

  @PrimaryColumn({
    name: 'person_id',
    type: 'varchar',
    length: 36,
    primaryKeyConstraintName: 'pk_booking_cancel_count',
  })
  personId!: string;

  @Column({ type: 'int' })
  tries!: number;
}

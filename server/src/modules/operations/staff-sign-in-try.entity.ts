import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often a work number was tried of late. What was typed as one stands nowhere: people mistype their ID number. */
@Entity('staff_sign_in_try')
@Index('ix_staff_sign_in_try_last', ['lastAt'])
@Check('ck_staff_sign_in_try_count', 'tries >= 0')
export class StaffSignInTry {
  /** The number's place in the blind index, in hexadecimal. */
  @PrimaryColumn({ type: 'varchar', length: 64, primaryKeyConstraintName: 'pk_staff_sign_in_try' })
  digest!: string;

  @Column({ type: 'int' })
  tries!: number;

  @Column({ name: 'last_at', type: 'datetime', precision: 3 })
  lastAt!: Date;
}

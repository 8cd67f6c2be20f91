import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How many complaints came from somebody on a day, also when they deleted their account in between. */
@Entity('complaint_tries')
@Index('ix_complaint_tries_day', ['day'])
@Check('ck_complaint_tries_scope', "scope IN ('account', 'target')")
@Check('ck_complaint_tries_not_negative', 'tries >= 0')
export class ComplaintTries {
  /** Of an account alone: a complaint is about nobody who could be kept from it. */
  @PrimaryColumn({ type: 'varchar', length: 10, primaryKeyConstraintName: 'pk_complaint_tries' })
  scope!: 'account' | 'target';

  /** As `Accounts.countedAs` says. */
  @PrimaryColumn({ type: 'varchar', length: 64, primaryKeyConstraintName: 'pk_complaint_tries' })
  subject!: string;

  @PrimaryColumn({ type: 'varchar', length: 10, primaryKeyConstraintName: 'pk_complaint_tries' })
  day!: CivilDate;

  @Column({ type: 'int' })
  tries!: number;
}

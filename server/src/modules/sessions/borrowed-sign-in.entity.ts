import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One of the sign-ins a phone was lent for on a day. Of whose phone it says nothing, and it is forgotten the day after. */
@Entity('borrowed_sign_in')
@Unique('uq_borrowed_sign_in_account', ['accountId'])
@Index('ix_borrowed_sign_in_day', ['day'])
export class BorrowedSignIn {
  /** A keyed digest of its owner's openid that is another one every day and stands in no table of accounts. */
  @PrimaryColumn({ type: 'varchar', length: 64, primaryKeyConstraintName: 'pk_borrowed_sign_in' })
  phone!: string;

  /** From 1; so of any number at once no two are the same one. */
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'pk_borrowed_sign_in' })
  number!: number;

  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  accountId!: string;

  @Column({ type: 'varchar', length: 10 })
  day!: CivilDate;
}

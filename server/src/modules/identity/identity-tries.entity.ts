import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often an account asked on a day, and how often somebody was asked about. */
@Entity('identity_tries')
@Index('ix_identity_tries_day', ['day'])
@Check('ck_identity_tries_scope', "scope IN ('account', 'target')")
@Check('ck_identity_tries_not_negative', 'tries >= 0')
export class IdentityTries {
  @PrimaryColumn({ type: 'varchar', length: 10, primaryKeyConstraintName: 'pk_identity_tries' })
  scope!: 'account' | 'target';

  /**
   * A digest that is another one every day and in no other table: of who asked (`Accounts.countedAs`), or of a target, by
   * itself and together with who asked.
   */
  @PrimaryColumn({ type: 'varchar', length: 64, primaryKeyConstraintName: 'pk_identity_tries' })
  subject!: string;

  @PrimaryColumn({ type: 'varchar', length: 10, primaryKeyConstraintName: 'pk_identity_tries' })
  day!: CivilDate;

  @Column({ type: 'int' })
  tries!: number;
}

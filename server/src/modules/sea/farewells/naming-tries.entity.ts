import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often on a day somebody said who died, and how often one who died was named by anybody. */
@Entity('farewell_naming_tries')
@Index('ix_farewell_naming_tries_day', ['day'])
@Check('ck_farewell_naming_tries_scope', "scope IN ('account', 'target')")
@Check('ck_farewell_naming_tries_not_negative', 'tries >= 0')
export class NamingTries {
  @PrimaryColumn({ type: 'varchar', length: 10, primaryKeyConstraintName: 'pk_farewell_naming_tries' })
  scope!: 'account' | 'target';

  /**
   * A digest that is another one every day and in no other table: of who asked (`Accounts.countedAs`), or of a target, by
   * itself and together with who asked.
   */
  @PrimaryColumn({ type: 'varchar', length: 64, primaryKeyConstraintName: 'pk_farewell_naming_tries' })
  subject!: string;

  @PrimaryColumn({ type: 'varchar', length: 10, primaryKeyConstraintName: 'pk_farewell_naming_tries' })
  day!: CivilDate;

  @Column({ type: 'int' })
  tries!: number;
}

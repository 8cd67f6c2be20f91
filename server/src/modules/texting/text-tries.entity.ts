import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How many text messages an account had sent on a day, and how many a number was sent. */
@Entity('text_tries')
@Index('ix_text_tries_day', ['day'])
@Check('ck_text_tries_scope', "scope IN ('account', 'target')")
@Check('ck_text_tries_not_negative', 'tries >= 0')
export class TextTries {
  @PrimaryColumn({ type: 'varchar', length: 10, primaryKeyConstraintName: 'pk_text_tries' })
  scope!: 'account' | 'target';

  /**
   * A digest that is another one every day and in no other table: of who had it sent (`Accounts.countedAs`), or of a
   * number, by itself and together with who had it sent.
   */
  @PrimaryColumn({ type: 'varchar', length: 64, primaryKeyConstraintName: 'pk_text_tries' })
  subject!: string;

  @PrimaryColumn({ type: 'varchar', length: 10, primaryKeyConstraintName: 'pk_text_tries' })
  day!: CivilDate;

  @Column({ type: 'int' })
  tries!: number;
}

import type { Absence } from '@jinmen/shared/applications/adults';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';
import { Application } from '../applications/application.entity';

/** What was said of a grown-up who has not signed, and what staff decided about it. */
@Entity('relief_adult_word')
@Unique('uq_relief_adult_word_member', ['applicationId', 'member'])
@Check('ck_relief_adult_word_said', "said IS NULL OR said IN ('at-desk', 'unreachable', 'will-not-sign')")
@Check('ck_relief_adult_word_tries', 'wrong_tries >= 0')
export class AdultWord {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_adult_word' })
  id!: string;

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId!: string;

  @ManyToOne(() => Application)
  @JoinColumn({ name: 'application_id', foreignKeyConstraintName: 'fk_relief_adult_word_application' })
  application?: Application;

  @Column({ type: 'varchar', length: 64 })
  member!: string;

  @Column({ type: 'varchar', length: 16, nullable: true })
  said!: Absence | null;

  @Column({ name: 'said_at', type: 'datetime', precision: 3, nullable: true })
  saidAt!: Date | null;

  /** Sealed: why, in the applicant's words; for staff. */
  @Column({ type: 'blob', nullable: true })
  reason!: Buffer | null;

  /** Staff decided that the case goes on without this signature. */
  @Column({ name: 'without_at', type: 'datetime', precision: 3, nullable: true })
  withoutAt!: Date | null;

  /** How often a wrong number was typed on the applicant's phone, and on which day. */
  @Column({ name: 'wrong_tries', type: 'int' })
  wrongTries!: number;

  @Column({ name: 'wrong_day', type: 'varchar', length: 10, nullable: true })
  wrongDay!: CivilDate | null;
}

export const adultReason: SealedColumn = {
  table: 'relief_adult_word',
  column: 'reason',
  subject: 'adult-word',
  field: 'reason',
};

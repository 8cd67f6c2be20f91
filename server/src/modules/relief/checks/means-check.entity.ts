import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';
import { ReliefCase } from '../cases/relief-case.entity';

/** One look into the income and property of one person, asked for with their own signature. */
@Entity('relief_means_check')
@Unique('uq_relief_means_check_authorisation', ['authorisationId'])
@Check('ck_relief_means_check_state', "state IN ('asked', 'finished', 'impossible', 'cancelled')")
export class MeansCheck {
  /** Also the number both sides call it by. */
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_means_check' })
  id!: string;

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 36 })
  caseId!: string;

  @ManyToOne(() => ReliefCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'fk_relief_means_check_case' })
  case?: ReliefCase;

  @Column({ name: 'authorisation_id', type: 'varchar', length: 36 })
  authorisationId!: string;

  @Column({ type: 'varchar', length: 12 })
  state!: 'asked' | 'finished' | 'impossible' | 'cancelled';

  /** Whose, as the application names them. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  member!: string | null;

  /** Sealed, once it finished: what records have of this person alone. */
  @Column({ type: 'blob', nullable: true })
  found!: Buffer | null;

  /** Something came of it that nobody could read; whoever decides was told, and a later result still counts. */
  @Column({ name: 'unreadable_at', type: 'datetime', precision: 3, nullable: true })
  unreadableAt!: Date | null;

  @Column({ name: 'asked_at', type: 'datetime', precision: 3 })
  askedAt!: Date;

  @Column({ name: 'ended_at', type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;
}

export const meansFound: SealedColumn = {
  table: 'relief_means_check',
  column: 'found',
  subject: 'means-check',
  field: 'found',
};

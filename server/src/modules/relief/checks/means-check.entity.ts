import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { ReliefCase } from '../cases/relief-case.entity';

/** One look into income and property, asked for with an authorisation. */
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

  @Column({ name: 'asked_at', type: 'datetime', precision: 3 })
  askedAt!: Date;

  @Column({ name: 'ended_at', type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;
}

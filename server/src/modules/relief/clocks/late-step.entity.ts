import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';
import { ReliefCase } from '../cases/relief-case.entity';

/**
 * A step whose day has gone by, told once to the office that has it and, after a while without a word, once to its
 * district. `over`: the step was done, or its day moved on with the calendar.
 */
@Entity('relief_late_step')
@Unique('uq_relief_late_step', ['caseId', 'step'])
@Index('ix_relief_late_step_state', ['state', 'districtFrom'])
@Check('ck_relief_late_step_state', "state IN ('open', 'answered', 'over')")
export class LateStep {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_late_step' })
  id!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 36 })
  caseId!: string;

  @ManyToOne(() => ReliefCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'fk_relief_late_step_case' })
  case?: ReliefCase;

  @Column({ type: 'varchar', length: 80 })
  step!: string;

  @Column({ type: 'varchar', length: 10 })
  state!: 'open' | 'answered' | 'over';

  /** The day the office was told. */
  @Column({ name: 'told_office_on', type: 'varchar', length: 10 })
  toldOfficeOn!: CivilDate;

  /** From this day on its district is told, if the office has not answered. */
  @Column({ name: 'district_from', type: 'varchar', length: 10 })
  districtFrom!: CivilDate;

  @Column({ name: 'told_district_on', type: 'varchar', length: 10, nullable: true })
  toldDistrictOn!: CivilDate | null;

  @Column({ name: 'answered_by', type: 'varchar', length: 32, nullable: true })
  answeredBy!: string | null;

  @Column({ name: 'answered_on', type: 'varchar', length: 10, nullable: true })
  answeredOn!: CivilDate | null;

  /** Sealed: what the resident is told about it, as `SaidWord`. */
  @Column({ type: 'blob', nullable: true })
  word!: Buffer | null;
}

export const lateWord: SealedColumn = {
  table: 'relief_late_step',
  column: 'word',
  subject: 'late-step',
  field: 'word',
};

/** A word about a late step, and the office whose it is: the one that had the case then. */
export interface SaidWord {
  readonly from: string;
  readonly text: string;
}

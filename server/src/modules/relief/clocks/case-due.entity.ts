import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ReliefCase } from '../cases/relief-case.entity';

/** What the due days of a case were last reckoned with; a case whose basis is an older one is reckoned anew. */
@Entity('relief_case_clock')
@Index('ix_relief_case_clock_basis', ['basis'])
export class CaseClock {
  @PrimaryColumn({ name: 'case_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_case_clock' })
  caseId!: string;

  @ManyToOne(() => ReliefCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'fk_relief_case_clock_case' })
  case?: ReliefCase;

  @Column({ type: 'varchar', length: 60 })
  basis!: string;
}

/** By when a step that an office has in hand is done. Only of steps that are open: what is done has no row. */
@Entity('relief_case_due')
@Index('ix_relief_case_due_on', ['dueOn'])
export class CaseDue {
  @PrimaryColumn({ name: 'case_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_case_due' })
  caseId!: string;

  @PrimaryColumn({ type: 'varchar', length: 80, primaryKeyConstraintName: 'pk_relief_case_due' })
  step!: string;

  @ManyToOne(() => ReliefCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'fk_relief_case_due_case' })
  case?: ReliefCase;

  @Column({ name: 'due_on', type: 'varchar', length: 10 })
  dueOn!: CivilDate;

  @Column({ type: 'varchar', length: 160 })
  clock!: string;

  @Column({ type: 'int' })
  expected!: number;
}

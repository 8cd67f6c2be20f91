import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';
import { Application } from './application.entity';

/** What the rules made of an application once: on declared facts at submission, on verified ones when they came. */
@Entity('relief_evaluation')
@Index('ix_relief_evaluation_application', ['applicationId', 'at'])
@Check('ck_relief_evaluation_basis', "basis IN ('declared', 'verified')")
export class Evaluation {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_evaluation' })
  id!: string;

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId!: string;

  @ManyToOne(() => Application)
  @JoinColumn({ name: 'application_id', foreignKeyConstraintName: 'fk_relief_evaluation_application' })
  application?: Application;

  @Column({ type: 'varchar', length: 10 })
  basis!: 'declared' | 'verified';

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  @Column({ name: 'rules_version', type: 'varchar', length: 60 })
  rulesVersion!: string;

  /** Sealed: the verdicts, and the facts with where each came from. */
  @Column({ type: 'blob' })
  content!: Buffer;
}

export const evaluationContent: SealedColumn = {
  table: 'relief_evaluation',
  column: 'content',
  subject: 'evaluation',
  field: 'content',
};

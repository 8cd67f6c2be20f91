import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';
import { Application } from '../applications/application.entity';
import { ReliefCase } from '../cases/relief-case.entity';

/** A figure that was found and that the resident says is wrong. Nothing of it is ever overwritten but that it is answered. */
@Entity('relief_dispute')
@Index('ix_relief_dispute_application', ['applicationId', 'saidAt'])
@Check('ck_relief_dispute_state', "state IN ('open', 'corrected', 'stays')")
export class Dispute {
  /** Also the number both sides call it by. */
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_dispute' })
  id!: string;

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId!: string;

  @ManyToOne(() => Application)
  @JoinColumn({ name: 'application_id', foreignKeyConstraintName: 'fk_relief_dispute_application' })
  application?: Application;

  /** Whose office was asked. */
  @Column({ name: 'case_id', type: 'varchar', length: 36 })
  caseId!: string;

  @ManyToOne(() => ReliefCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'fk_relief_dispute_case' })
  case?: ReliefCase;

  @Column({ type: 'varchar', length: 12 })
  state!: 'open' | 'corrected' | 'stays';

  @Column({ name: 'said_at', type: 'datetime', precision: 3 })
  saidAt!: Date;

  /** Order within one instant: as it was said. */
  @Column({ type: 'int' })
  position!: number;

  /** Sealed: which figure, what was said of it, and the answer. */
  @Column({ type: 'blob' })
  content!: Buffer;
}

export const disputeContent: SealedColumn = {
  table: 'relief_dispute',
  column: 'content',
  subject: 'dispute',
  field: 'content',
};

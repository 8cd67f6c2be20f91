import type { CaseState } from '@jinmen/shared/applications/views';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';
import { Application } from '../applications/application.entity';

/** One application's part at one bureau. Its id is the case number both sides use. */
@Entity('relief_case')
@Unique('uq_relief_case_application_bureau', ['applicationId', 'bureau'])
@Index('ix_relief_case_office', ['officeCode', 'state'])
@Check(
  'ck_relief_case_state',
  "state IN ('held-back', 'submitted', 'routed', 'accepted', 'supplement-requested', 'verifying', 'investigating', " +
    "'publicised', 'decided', 'closed', 'withdrawn')",
)
export class ReliefCase {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_case' })
  id!: string;

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId!: string;

  @ManyToOne(() => Application)
  @JoinColumn({ name: 'application_id', foreignKeyConstraintName: 'fk_relief_case_application' })
  application?: Application;

  @Column({ type: 'varchar', length: 40 })
  bureau!: string;

  /** The street or town that decides, as the route said when it was handed in. */
  @Column({ name: 'office_code', type: 'varchar', length: 9 })
  officeCode!: string;

  @Column({ type: 'varchar', length: 20 })
  state!: CaseState;

  /** Sealed: the last list an office asked for; papers tell of illnesses. */
  @Column({ type: 'blob', nullable: true })
  papers!: Buffer | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  /** How many of its events the signature covers, the first ones; none of one that is not signed. */
  @Column({ name: 'signed_up_to', type: 'int', nullable: true })
  signedUpTo!: number | null;

  /** See `CaseSigning`. None where it was changed past the server, or long ago. */
  @Column({ type: 'blob', nullable: true })
  signed!: Buffer | null;
}

export const casePapers: SealedColumn = {
  table: 'relief_case',
  column: 'papers',
  subject: 'case',
  field: 'papers',
};

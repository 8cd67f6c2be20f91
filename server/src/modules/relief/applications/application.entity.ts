import type { ApplicationState } from '@jinmen/shared/applications/views';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';

/** One packet of a resident: a draft, and what became of it. Everything they typed is sealed in one piece. */
@Entity('relief_application')
@Unique('uq_relief_application_receipt', ['receiptNumber'])
@Index('ix_relief_application_account', ['accountId', 'updatedAt', 'id'])
@Index('ix_relief_application_state', ['state', 'updatedAt'])
@Check('ck_relief_application_state', "state IN ('draft', 'open', 'withdrawn', 'closed')")
@Check('ck_relief_application_version', 'version >= 1')
@Check(
  'ck_relief_application_submitted',
  "(state = 'draft') = (submitted_at IS NULL) AND (submitted_at IS NULL) = (receipt_number IS NULL)",
)
@Check('ck_relief_application_programmes_json', 'json_valid(`programmes`)')
export class Application {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_application' })
  id!: string;

  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  accountId!: string;

  @Column({ type: 'varchar', length: 12 })
  state!: ApplicationState;

  /** Grows with every change of the draft, and with the submission. */
  @Column({ type: 'int' })
  version!: number;

  /** Codes, in catalogue order. */
  @Column({ type: 'simple-json' })
  programmes!: string[];

  /** Sealed: `Draft` of `draft-fields.ts`. */
  @Column({ type: 'blob' })
  fields!: Buffer;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'datetime', precision: 3 })
  updatedAt!: Date;

  @Column({ name: 'submitted_at', type: 'datetime', precision: 3, nullable: true })
  submittedAt!: Date | null;

  @Column({ name: 'receipt_number', type: 'varchar', length: 24, nullable: true })
  receiptNumber!: string | null;
}

export const applicationFields: SealedColumn = {
  table: 'relief_application',
  column: 'fields',
  subject: 'application',
  field: 'fields',
};

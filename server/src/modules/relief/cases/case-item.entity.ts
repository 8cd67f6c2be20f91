import type { HeldBack } from '@jinmen/shared/applications/filing';
import type { CaseItemView } from '@jinmen/shared/applications/views';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';
import { ReliefCase } from './relief-case.entity';

/** One programme of a case. */
@Entity('relief_case_item')
@Unique('uq_relief_case_item_programme', ['caseId', 'programme'])
@Check(
  'ck_relief_case_item_state',
  "state IN ('held-back', 'in-hand', 'approved', 'refused', 'withdrawn', 'not-filed')",
)
@Check('ck_relief_case_item_decided', "decision IS NULL OR state IN ('approved', 'refused')")
@Check('ck_relief_case_item_held_json', 'json_valid(`held`)')
export class CaseItemRow {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_case_item' })
  id!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 36 })
  caseId!: string;

  @ManyToOne(() => ReliefCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'fk_relief_case_item_case' })
  case?: ReliefCase;

  @Column({ type: 'varchar', length: 60 })
  programme!: string;

  @Column({ type: 'varchar', length: 12 })
  state!: CaseItemView['state'];

  /** What it waited for, if it was ever held back. */
  @Column({ type: 'simple-json' })
  held!: readonly HeldBack[];

  /** Sealed: what the bureau decided; sums and reasons are personal. */
  @Column({ type: 'blob', nullable: true })
  decision!: Buffer | null;
}

export const itemDecision: SealedColumn = {
  table: 'relief_case_item',
  column: 'decision',
  subject: 'case-item',
  field: 'decision',
};

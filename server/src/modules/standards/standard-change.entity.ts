import type { StandardRow } from '@jinmen/shared/standards/standard';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SealedColumn } from '../../platform/sealing/sealed-column';

/** Who changed which figure, when and why, and what stood there before. Rows are only ever added. */
@Entity('standard_change_record')
@Index('ix_standard_change_record_key', ['key', 'changedAt'])
@Check('ck_standard_change_record_not_empty', 'before_row IS NOT NULL OR after_row IS NOT NULL')
@Check('ck_standard_change_record_before_row_json', 'json_valid(`before_row`)')
@Check('ck_standard_change_record_after_row_json', 'json_valid(`after_row`)')
export class StandardChange {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_standard_change_record' })
  id!: string;

  @Column({ name: 'changed_at', type: 'datetime', precision: 3 })
  changedAt!: Date;

  /** Sealed: a person's name. */
  @Column({ name: 'changed_by', type: 'blob' })
  changedBy!: Buffer;

  /** Sealed: people write names into reasons. */
  @Column({ type: 'blob' })
  reason!: Buffer;

  @Column({ name: 'standard_key', type: 'varchar', length: 80 })
  key!: string;

  @Column({ name: 'from_day', type: 'varchar', length: 10 })
  fromDay!: string;

  @Column({ name: 'before_row', type: 'simple-json', nullable: true })
  before!: StandardRow | null;

  @Column({ name: 'after_row', type: 'simple-json', nullable: true })
  after!: StandardRow | null;
}

const here = { table: 'standard_change_record', subject: 'standard-change' };
export const changedBySealed: SealedColumn = { ...here, column: 'changed_by', field: 'changed-by' };
export const changeReasonSealed: SealedColumn = { ...here, column: 'reason', field: 'reason' };

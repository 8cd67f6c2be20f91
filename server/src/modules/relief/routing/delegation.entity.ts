import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';

/**
 * From which day a district leaves the decision to its streets, or takes it back. Rows are only ever added; none is the
 * district itself, because nobody has published which do. What is in force on a day is the last written of the latest
 * `from`.
 */
@Entity('relief_delegation')
@Index('ix_relief_delegation_district', ['districtCode', 'fromDay'])
@Check('ck_relief_delegation_decides', "decides IN ('district', 'street')")
export class Delegation {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_delegation' })
  id!: string;

  @Column({ name: 'district_code', type: 'varchar', length: 6 })
  districtCode!: string;

  @Column({ type: 'varchar', length: 10 })
  decides!: 'district' | 'street';

  @Column({ name: 'from_day', type: 'varchar', length: 10 })
  fromDay!: CivilDate;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  @Column({ name: 'changed_by', type: 'varchar', length: 32 })
  changedBy!: string;

  @Column({ type: 'blob' })
  reason!: Buffer;
}

export const delegationReason: SealedColumn = {
  table: 'relief_delegation',
  column: 'reason',
  subject: 'delegation',
  field: 'reason',
};

import type { Source } from '@jinmen/shared/kernel/source';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One published figure and the days it is in force; (key, first day) names it. */
@Entity('standard_row')
@Unique('uq_standard_row_key_from', ['key', 'fromDay'])
@Check('ck_standard_row_value_not_negative', 'value >= 0')
@Check('ck_standard_row_days_in_order', 'to_day IS NULL OR to_day >= from_day')
@Check('ck_standard_row_origin', "origin IN ('release', 'operator')")
@Check('ck_standard_row_source_json', 'json_valid(`source`)')
export class StandardRowEntity {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_standard_row' })
  id!: string;

  @Column({ name: 'standard_key', type: 'varchar', length: 80 })
  key!: string;

  @Column({ name: 'from_day', type: 'varchar', length: 10 })
  fromDay!: string;

  @Column({ name: 'to_day', type: 'varchar', length: 10, nullable: true })
  toDay!: string | null;

  @Column({ type: 'int' })
  value!: number;

  @Column({ type: 'varchar', length: 40 })
  unit!: string;

  @Column({ type: 'simple-json' })
  source!: Source;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  /** `release`: follows the figures that ship with the programme. `operator`: an office changed it; releases leave it. */
  @Column({ type: 'varchar', length: 10 })
  origin!: 'release' | 'operator';
}

import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The holiday notice of a year as somebody loaded it; it stands before the release's own. */
@Entity('holiday_notice')
@Check('ck_holiday_notice_off_json', 'json_valid(`off`)')
@Check('ck_holiday_notice_work_json', 'json_valid(`work`)')
export class HolidayNotice {
  @PrimaryColumn({ type: 'varchar', length: 4, primaryKeyConstraintName: 'pk_holiday_notice' })
  year!: string;

  @Column({ type: 'simple-json' })
  off!: readonly string[];

  @Column({ type: 'simple-json' })
  work!: readonly string[];

  @Column({ type: 'varchar', length: 120 })
  document!: string;

  @Column({ name: 'loaded_by', type: 'varchar', length: 32 })
  loadedBy!: string;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}

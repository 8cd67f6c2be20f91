import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a vessel reported of a family for another day than its voyage's: taken for nothing, and kept for a person to ask about. */
@Entity('sea_report_aside')
@Index('ix_sea_report_aside_farewell', ['farewellId', 'saidAt'])
@Check('ck_sea_report_aside_kind', "kind IN ('boarded', 'scattered')")
export class SeaReportAside {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_sea_report_aside' })
  id!: string;

  @Column({ name: 'farewell_id', type: 'varchar', length: 36 })
  farewellId!: string;

  @Column({ type: 'varchar', length: 10 })
  kind!: 'boarded' | 'scattered';

  /** Of `boarded`: whose; none where it was said of the whole family. */
  @Column({ type: 'varchar', length: 20, nullable: true })
  pass!: string | null;

  /** When it happened, as they say. */
  @Column({ name: 'said_at', type: 'datetime', precision: 3 })
  saidAt!: Date;
}

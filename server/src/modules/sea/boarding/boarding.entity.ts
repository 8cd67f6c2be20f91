import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';

/** The pass of one who comes along. Their name stands, sealed, with the farewell. */
@Entity('sea_pass')
@Check('ck_sea_pass_n', 'n >= 1')
@Check('ck_sea_pass_place', "place IN ('aboard', 'ashore')")
@Check('ck_sea_pass_boarded', 'void_at IS NULL OR boarded_at IS NULL')
export class SeaPassRow {
  @PrimaryColumn({ name: 'farewell_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_sea_pass' })
  farewellId!: string;

  /** Of the person; never given to anybody else of the family. */
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'pk_sea_pass' })
  n!: number;

  /** None while nobody was named. */
  @Column({ name: 'relative_id', type: 'varchar', length: 36, nullable: true })
  relativeId!: string | null;

  @Column({ type: 'varchar', length: 10 })
  place!: 'aboard' | 'ashore';

  /** They do not come along after all. */
  @Column({ name: 'void_at', type: 'datetime', precision: 3, nullable: true })
  voidAt!: Date | null;

  @Column({ name: 'boarded_at', type: 'datetime', precision: 3, nullable: true })
  boardedAt!: Date | null;
}

/** What the vessel reported of one urn; the first report stands. */
@Entity('sea_certificate')
@Unique('uq_sea_certificate_seal', ['seal'])
@Index('ix_sea_certificate_month_day', ['monthDay', 'farewellId'])
export class SeaCertificateRow {
  @PrimaryColumn({ name: 'farewell_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_sea_certificate' })
  farewellId!: string;

  /** Of the booking. */
  @Column({ type: 'varchar', length: 12 })
  number!: string;

  @Column({ type: 'varchar', length: 10 })
  day!: CivilDate;

  /** `04-11`, for what comes back every year. */
  @Column({ name: 'month_day', type: 'varchar', length: 5 })
  monthDay!: string;

  /** Sealed: moment, position, vessel. */
  @Column({ type: 'blob' })
  report!: Buffer;

  /** What whoever holds the paper asks with. */
  @Column({ type: 'varchar', length: 24 })
  seal!: string;
}

/** What one of the family keeps for themselves afterwards. */
@Entity('sea_memory')
@Unique('uq_sea_memory_owner', ['farewellId', 'owner'])
@Check('ck_sea_memory_yearly', "yearly IS NULL OR yearly IN ('yes', 'no')")
export class SeaMemoryRow {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_sea_memory' })
  id!: string;

  @Column({ name: 'farewell_id', type: 'varchar', length: 36 })
  farewellId!: string;

  /** The person, the same on each of their phones; the account of somebody nobody has confirmed. */
  @Column({ type: 'varchar', length: 36 })
  owner!: string;

  /** On which phone they answered last: there they are told. */
  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  accountId!: string;

  /** Sealed. */
  @Column({ type: 'blob', nullable: true })
  words!: Buffer | null;

  /** None while it was not asked. */
  @Column({ type: 'varchar', length: 3, nullable: true })
  yearly!: 'yes' | 'no' | null;

  /** The last year in which they were told. */
  @Column({ name: 'told_in', type: 'int', nullable: true })
  toldIn!: number | null;
}

export const certificateReport: SealedColumn = {
  table: 'sea_certificate',
  column: 'report',
  subject: 'sea-certificate',
  field: 'report',
  id: 'farewell_id',
};

export const memoryWords: SealedColumn = {
  table: 'sea_memory',
  column: 'words',
  subject: 'sea-memory',
  field: 'words',
};

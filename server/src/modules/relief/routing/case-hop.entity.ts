import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';
import { ReliefCase } from '../cases/relief-case.entity';

/** A case that came to another office than it was handed in at. Rows are only ever added. */
@Entity('relief_case_hop')
@Unique('uq_relief_case_hop_event', ['caseId', 'eventId'])
@Unique('uq_relief_case_hop_position', ['caseId', 'position'])
@Check('ck_relief_case_hop_source', "source IN ('bureau', 'staff')")
export class CaseHopRow {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_case_hop' })
  id!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 36 })
  caseId!: string;

  @ManyToOne(() => ReliefCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'fk_relief_case_hop_case' })
  case?: ReliefCase;

  /** The bureau's id of it, or ours. */
  @Column({ name: 'event_id', type: 'varchar', length: 120 })
  eventId!: string;

  @Column({ type: 'int' })
  position!: number;

  /** The office it came from. */
  @Column({ name: 'from_code', type: 'varchar', length: 9 })
  fromCode!: string;

  /** Of `places`, of a district, or of a place outside the city. */
  @Column({ name: 'office_code', type: 'varchar', length: 9 })
  officeCode!: string;

  /** As it was called by whoever said so. */
  @Column({ name: 'office_name', type: 'varchar', length: 80 })
  officeName!: string;

  @Column({ type: 'datetime', precision: 3 })
  since!: Date;

  @Column({ type: 'varchar', length: 10 })
  source!: 'bureau' | 'staff';

  /** Sealed: why; it may tell where somebody's hukou is. */
  @Column({ type: 'blob' })
  why!: Buffer;
}

export const hopWhy: SealedColumn = { table: 'relief_case_hop', column: 'why', subject: 'case-hop', field: 'why' };

import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';
import { ReliefCase } from './relief-case.entity';

export const EVENT_SOURCES = ['bureau', 'resident', 'system'] as const;

/** Something that was said about a case, whether it had an effect or not. Rows are only ever added. */
@Entity('relief_case_event')
@Unique('uq_relief_case_event', ['caseId', 'eventId'])
@Index('ix_relief_case_event_case', ['caseId', 'at'])
@Check('ck_relief_case_event_source', "source IN ('bureau', 'resident', 'system')")
@Check('ck_relief_case_event_applied', 'applied IN (0, 1) AND (applied = 1) = (why_not IS NULL)')
export class CaseEventRow {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_case_event' })
  id!: string;

  @Column({ name: 'case_id', type: 'varchar', length: 36 })
  caseId!: string;

  @ManyToOne(() => ReliefCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'fk_relief_case_event_case' })
  case?: ReliefCase;

  /** The bureau's id of it, or ours. */
  @Column({ name: 'event_id', type: 'varchar', length: 120 })
  eventId!: string;

  /** Order within one instant: as it was written. */
  @Column({ type: 'int' })
  position!: number;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  @Column({ type: 'varchar', length: 30 })
  kind!: string;

  @Column({ type: 'varchar', length: 10 })
  source!: (typeof EVENT_SOURCES)[number];

  @Column({ type: 'int' })
  applied!: number;

  @Column({ name: 'why_not', type: 'varchar', length: 20, nullable: true })
  whyNot!: string | null;

  /** Sealed: what was said. */
  @Column({ type: 'blob' })
  detail!: Buffer;
}

/** That something was said about a case; what it was stands sealed. */
export type Said = Pick<CaseEventRow, 'eventId' | 'position' | 'kind' | 'applied' | 'at'>;

export const eventDetail: SealedColumn = {
  table: 'relief_case_event',
  column: 'detail',
  subject: 'case-event',
  field: 'detail',
};

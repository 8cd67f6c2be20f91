import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';

/** A person said that something is not to be removed when its time is over: a dispute, a court, an inspection. */
@Entity('legal_hold')
@Index('ix_legal_hold_object', ['object', 'endedAt'])
export class LegalHold {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_legal_hold' })
  id!: string;

  /** `<table>:<id>` of the row that stays, with all its parts. */
  @Column({ type: 'varchar', length: 120 })
  object!: string;

  /** Sealed: people write names into reasons. */
  @Column({ type: 'blob' })
  why!: Buffer;

  @Column({ name: 'held_by', type: 'varchar', length: 64 })
  heldBy!: string;

  @Column({ name: 'held_at', type: 'datetime', precision: 3 })
  heldAt!: Date;

  @Column({ name: 'ended_at', type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;
}

export const holdWhy: SealedColumn = { table: 'legal_hold', column: 'why', subject: 'legal-hold', field: 'why' };

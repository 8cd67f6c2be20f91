import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AppendOnly } from '../database/accounts/append-only';
import type { SealedColumn } from '../sealing/sealed-column';

export const ACTOR_KINDS = ['resident', 'staff', 'bureau', 'system'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** One act. Rows are only ever added; `mac` tells whether this one is as it was written. */
@Entity('audit_row')
@Index('ix_audit_row_at', ['at'])
@Index('ix_audit_row_person', ['person', 'at'])
@Index('ix_audit_row_object', ['object', 'at'])
@Check('ck_audit_row_actor_kind', "actor_kind IN ('resident', 'staff', 'bureau', 'system')")
@Check('ck_audit_row_facts_json', 'json_valid(`facts`)')
export class AuditRow {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_audit_row' })
  id!: string;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  @Column({ type: 'varchar', length: 80 })
  action!: string;

  @Column({ name: 'actor_kind', type: 'varchar', length: 10 })
  actorKind!: ActorKind;

  @Column({ name: 'actor_id', type: 'varchar', length: 64 })
  actorId!: string;

  @Column({ type: 'varchar', length: 64, nullable: true })
  person!: string | null;

  @Column({ type: 'varchar', length: 120, nullable: true })
  object!: string | null;

  /** Sealed: people write names into reasons. */
  @Column({ type: 'blob', nullable: true })
  reason!: Buffer | null;

  /** The JSON text as it was written; the MAC covers these very characters. */
  @Column({ type: 'text' })
  facts!: string;

  @Column({ name: 'key_id', type: 'int' })
  keyId!: number;

  @Column({ type: 'blob' })
  mac!: Buffer;
}

export const auditReason: SealedColumn = { table: 'audit_row', column: 'reason', subject: 'audit', field: 'reason' };

/** A key that goes is the owner’s to move here: `reason` is sealed anew by nobody who serves. */
export const auditRows: AppendOnly = { table: 'audit_row' };

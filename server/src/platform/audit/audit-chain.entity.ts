import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { AppendOnly } from '../database/accounts/append-only';

/** A row's place in the chain. Two sealers that worked at once would clash on one of the unique constraints. */
@Entity('audit_chain')
@Unique('uq_audit_chain_row', ['rowId'])
@Unique('uq_audit_chain_prev', ['prevHash'])
@Check('ck_audit_chain_seq', 'seq >= 1')
export class AuditChainLink {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'pk_audit_chain' })
  seq!: number;

  @Column({ name: 'row_id', type: 'varchar', length: 36 })
  rowId!: string;

  @Column({ name: 'prev_hash', type: 'blob' })
  prevHash!: Buffer;

  @Column({ type: 'blob' })
  hash!: Buffer;

  @Column({ name: 'key_id', type: 'int' })
  keyId!: number;
}

export const auditChain: AppendOnly = { table: 'audit_chain' };

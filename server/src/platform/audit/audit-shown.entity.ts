import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AppendOnly } from '../database/accounts/append-only';

/**
 * Whose name stood in a list somebody at a desk read: once a day for each list and colleague, with the record of the
 * first look. A list of a hundred people is one record of the audit, and each of them finds it.
 */
@Entity('audit_shown')
export class AuditShown {
  /** An account, a person, or a thing of theirs as the audit names it. */
  @PrimaryColumn({ type: 'varchar', length: 120, primaryKeyConstraintName: 'pk_audit_shown' })
  about!: string;

  @PrimaryColumn({ name: 'staff_id', type: 'varchar', length: 64, primaryKeyConstraintName: 'pk_audit_shown' })
  staffId!: string;

  @PrimaryColumn({ type: 'varchar', length: 80, primaryKeyConstraintName: 'pk_audit_shown' })
  action!: string;

  @PrimaryColumn({ type: 'varchar', length: 10, primaryKeyConstraintName: 'pk_audit_shown' })
  day!: string;

  @Column({ name: 'audit_id', type: 'varchar', length: 36 })
  auditId!: string;
}

export const auditShown: AppendOnly = { table: 'audit_shown', changedBefore: true };

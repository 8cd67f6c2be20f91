import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { StaffRole } from '../../platform/auth/current';
import type { SealedColumn } from '../../platform/sealing/sealed-column';

/** One sign-in at `/staff`. The token itself stands nowhere. */
@Entity('staff_session')
@Unique('uq_staff_session_token', ['tokenHash'])
@Check('ck_staff_session_role', "role IN ('operator', 'street-clerk', 'auditor')")
@Check('ck_staff_session_offices_json', 'json_valid(`offices`)')
export class StaffSession {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_staff_session' })
  id!: string;

  /** SHA-256 of the token, in hexadecimal. */
  @Column({ name: 'token_hash', type: 'varchar', length: 64 })
  tokenHash!: string;

  /** The work number, which the bureau knows them by. */
  @Column({ name: 'staff_id', type: 'varchar', length: 32 })
  staffId!: string;

  /** Sealed. */
  @Column({ type: 'blob' })
  name!: Buffer;

  @Column({ type: 'varchar', length: 20 })
  role!: StaffRole;

  /** Street codes, as the bureau said at sign-in. */
  @Column({ type: 'simple-json' })
  offices!: readonly string[];

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'last_used_at', type: 'datetime', precision: 3 })
  lastUsedAt!: Date;

  @Column({ name: 'ended_at', type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;

  /** Who they are outside their office, so that they are kept from their own things: `key:digest`, one under each key. */
  @Column({ type: 'varchar', length: 400, nullable: true })
  marks!: string | null;

  /** When they last showed a code again, having looked at many numbers. */
  @Column({ name: 'shown_again_at', type: 'datetime', precision: 3, nullable: true })
  shownAgainAt!: Date | null;

  /** See `StaffSigning`. None of those of before (docs/adr/0053). */
  @Column({ type: 'blob', nullable: true })
  signed!: Buffer | null;
}

export const staffSessionName = {
  table: 'staff_session',
  column: 'name',
  subject: 'staff-session',
  field: 'name',
} satisfies SealedColumn;

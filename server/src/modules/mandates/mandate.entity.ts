import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { MandateState, ReadBackWay } from '@jinmen/shared/residents/mandates';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SealedColumn } from '../../platform/sealing/sealed-column';

/** Somebody asked to do one matter for a person, and what became of it. */
@Entity('mandate')
@Index('ix_mandate_helper', ['helperAccountId', 'createdAt'])
@Index('ix_mandate_principal', ['principalPersonId'])
@Index('ix_mandate_street', ['street', 'state'])
@Index('ix_mandate_code', ['codeDigest'])
@Check('ck_mandate_state', "state IN ('checking', 'not-confirmed', 'waiting', 'acting', 'revoked', 'ended')")
@Check('ck_mandate_way', "way IN ('sms', 'call', 'account')")
@Check(
  'ck_mandate_principal',
  "(principal_person_id IS NULL) = (state IN ('checking', 'not-confirmed')) OR state = 'ended'",
)
@Check('ck_mandate_ended', "(ended_at IS NOT NULL) = (state IN ('revoked', 'ended'))")
@Check('ck_mandate_code_tries', 'code_tries >= 0 AND codes_sent >= 0')
@Check('ck_mandate_programmes_json', 'json_valid(`programmes`)')
export class MandateRow {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_mandate' })
  id!: string;

  @Column({ name: 'helper_account_id', type: 'varchar', length: 36 })
  helperAccountId!: string;

  /** Of `person`, once the bureau confirmed name and number. */
  @Column({ name: 'principal_person_id', type: 'varchar', length: 36, nullable: true })
  principalPersonId!: string | null;

  /** Sealed: `TypedPrincipal`. */
  @Column({ type: 'blob' })
  principal!: Buffer;

  @Column({ type: 'simple-json' })
  programmes!: readonly string[];

  /** Where the person lives; the clerks of this street may read it out to them. */
  @Column({ type: 'varchar', length: 9 })
  street!: string;

  @Column({ type: 'varchar', length: 10 })
  way!: ReadBackWay;

  /** The last day. */
  @Column({ type: 'varchar', length: 10 })
  until!: CivilDate;

  @Column({ type: 'varchar', length: 14 })
  state!: MandateState;

  /** Of the code of the last message: it says yes once, and stops it ever after. */
  @Column({ name: 'code_digest', type: 'blob', nullable: true })
  codeDigest!: Buffer | null;

  @Column({ name: 'code_until', type: 'datetime', precision: 3, nullable: true })
  codeUntil!: Date | null;

  /** Wrong ones since the last message. */
  @Column({ name: 'code_tries', type: 'int' })
  codeTries!: number;

  @Column({ name: 'codes_sent', type: 'int' })
  codesSent!: number;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'ended_at', type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;

  /** See `MandateSigning`. None where it was changed past the server, or long ago. */
  @Column({ type: 'blob', nullable: true })
  signed!: Buffer | null;
}

export interface TypedPrincipal {
  readonly name: string;
  readonly idNumber: string;
  readonly phone?: string;
}

export const mandatePrincipal: SealedColumn = {
  table: 'mandate',
  column: 'principal',
  subject: 'mandate',
  field: 'principal',
};

import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AppendOnly } from '../../../platform/database/accounts/append-only';

/** What a resident reads of it later: as it was true that day, whatever the catalogue says by then. */
export interface Told {
  readonly what: string;
  readonly purpose: string;
  readonly basis: readonly string[];
}

/** Data of somebody that a bureau really got, written with the mark that it did. Rows are only added. */
@Entity('disclosure')
@Unique('uq_disclosure_message', ['messageId', 'accountId'])
@Check('ck_disclosure_told_json', 'json_valid(`told`)')
@Index('ix_disclosure_account', ['accountId', 'at', 'id'])
export class Disclosure {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_disclosure' })
  id!: string;

  /** Of the outbox; of a question that was asked at once, the row's own id. */
  @Column({ name: 'message_id', type: 'varchar', length: 36 })
  messageId!: string;

  /** Whose data; none of somebody without a phone here, or whose account is gone. */
  @Column({ name: 'account_id', type: 'varchar', length: 36, nullable: true })
  accountId!: string | null;

  @Column({ type: 'varchar', length: 40 })
  bureau!: string;

  @Column({ type: 'varchar', length: 80 })
  topic!: string;

  /** What it was about, a random id. */
  @Column({ type: 'varchar', length: 100 })
  object!: string;

  @Column({ type: 'simple-json' })
  told!: Told;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}

export const disclosures: AppendOnly = { table: 'disclosure' };

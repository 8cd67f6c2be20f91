import type { ConsentPurpose } from '@jinmen/shared/residents/consent-texts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type ConsentAnswer = 'given' | 'refused' | 'withdrawn';

/** What an account last said to a purpose. The row is what a use of the data and a withdrawal wait for each other on. */
@Entity('consent')
@Check('ck_consent_state', "state IN ('given', 'refused', 'withdrawn')")
export class Consent {
  @PrimaryColumn({ name: 'account_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_consent' })
  accountId!: string;

  @PrimaryColumn({ type: 'varchar', length: 40, primaryKeyConstraintName: 'pk_consent' })
  purpose!: ConsentPurpose;

  /** Of the text that was shown. */
  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'varchar', length: 10 })
  state!: ConsentAnswer;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}

/**
 * Every answer there ever was, with the fingerprint of the words it was an answer to. Rows are only added. All of them came
 * by one channel, a session of the resident's own in the mini-program: what another adult signs by a link is a
 * `relief_signature`, what is said at a desk a `mandate` that was read back.
 */
@Entity('consent_change')
@Index('ix_consent_change_account', ['accountId', 'at'])
@Check('ck_consent_change_state', "state IN ('given', 'refused', 'withdrawn')")
export class ConsentChange {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_consent_change' })
  id!: string;

  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  accountId!: string;

  @Column({ type: 'varchar', length: 40 })
  purpose!: ConsentPurpose;

  @Column({ type: 'int' })
  version!: number;

  @Column({ name: 'text_hash', type: 'varchar', length: 20 })
  textHash!: string;

  @Column({ type: 'varchar', length: 10 })
  state!: ConsentAnswer;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}

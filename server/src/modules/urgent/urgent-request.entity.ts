import type { UrgentState, UrgentStepKind } from '@jinmen/shared/urgent/views';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../platform/sealing/sealed-column';

/** Somebody asked for help at once. Nobody's name was checked, and nobody had to sign in. */
@Entity('urgent_request')
@Unique('uq_urgent_request_number', ['number'])
@Unique('uq_urgent_request_secret', ['secretDigest'])
@Index('ix_urgent_request_state', ['state', 'streetCode', 'askedAt'])
@Index('ix_urgent_request_account', ['accountId', 'askedAt'])
@Check('ck_urgent_request_state', "state IN ('waiting', 'seen', 'over')")
@Check('ck_urgent_request_whose', 'account_id IS NOT NULL OR secret_digest IS NOT NULL')
export class UrgentRequest {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_urgent_request' })
  id!: string;

  @Column({ type: 'varchar', length: 12 })
  number!: string;

  /** Of whoever was signed in, or claimed it later. */
  @Column({ name: 'account_id', type: 'varchar', length: 36, nullable: true })
  accountId!: string | null;

  /** SHA-256 of the phone's secret, in hex; the secret itself is kept nowhere here. */
  @Column({ name: 'secret_digest', type: 'varchar', length: 64, nullable: true })
  secretDigest!: string | null;

  /** None when only a place in words was given: then nobody's office but everybody's. */
  @Column({ name: 'street_code', type: 'varchar', length: 9, nullable: true })
  streetCode!: string | null;

  @Column({ type: 'varchar', length: 10 })
  state!: UrgentState;

  /** Sealed: `UrgentSaid`. */
  @Column({ type: 'blob' })
  told!: Buffer;

  @Column({ name: 'asked_at', type: 'datetime', precision: 3 })
  askedAt!: Date;

  /** When somebody first looked. */
  @Column({ name: 'seen_at', type: 'datetime', precision: 3, nullable: true })
  seenAt!: Date | null;

  /** When it was clear that nobody had looked in time. */
  @Column({ name: 'escalated_at', type: 'datetime', precision: 3, nullable: true })
  escalatedAt!: Date | null;
}

/** One thing that happened to it. Rows are only ever added. */
@Entity('urgent_step')
@Unique('uq_urgent_step_position', ['requestId', 'position'])
@Check('ck_urgent_step_position', 'position > 0')
export class UrgentStep {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_urgent_step' })
  id!: string;

  @Column({ name: 'request_id', type: 'varchar', length: 36 })
  requestId!: string;

  @ManyToOne(() => UrgentRequest)
  @JoinColumn({ name: 'request_id', foreignKeyConstraintName: 'fk_urgent_step_request' })
  request?: UrgentRequest;

  @Column({ type: 'int' })
  position!: number;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  @Column({ type: 'varchar', length: 20 })
  kind!: UrgentStepKind;

  /** Sealed: what was written or said with it. */
  @Column({ type: 'blob', nullable: true })
  detail!: Buffer | null;
}

export const urgentTold: SealedColumn = {
  table: 'urgent_request',
  column: 'told',
  subject: 'urgent-request',
  field: 'told',
};

export const urgentDetail: SealedColumn = {
  table: 'urgent_step',
  column: 'detail',
  subject: 'urgent-step',
  field: 'detail',
};

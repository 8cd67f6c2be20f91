import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../sealing/sealed-column';

/** One intention of one caller, and what came of it. */
@Entity('idempotency_key')
@Unique('uq_idempotency_key_subject_route_key', ['subject', 'route', 'requestKey'])
@Index('ix_idempotency_key_created', ['createdAt'])
export class IdempotencyKey {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_idempotency_key' })
  id!: string;

  @Column({ type: 'varchar', length: 80 })
  subject!: string;

  @Column({ type: 'varchar', length: 160 })
  route!: string;

  @Column({ name: 'request_key', type: 'varchar', length: 255 })
  requestKey!: string;

  /** HMAC-SM3 of what was asked: tells another body from the same one, and no one else what it was. */
  @Column({ type: 'blob' })
  fingerprint!: Buffer;

  @Column({ name: 'fingerprint_key', type: 'int' })
  fingerprintKey!: number;

  /** Sealed. Written before the transaction that makes the row ends, so nobody ever reads a row without it. */
  @Column({ type: 'blob', nullable: true })
  answer!: Buffer | null;

  /** How often the answer was asked for again. */
  @Column({ type: 'int', default: 0 })
  replays!: number;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;
}

export const idempotencyAnswer: SealedColumn = {
  table: 'idempotency_key',
  column: 'answer',
  subject: 'idempotency-key',
  field: 'answer',
};

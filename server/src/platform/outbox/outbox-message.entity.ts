import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Upstream } from '../config/bureau-address';
import type { SealedColumn } from '../sealing/sealed-column';

/** `waiting` goes on; `dead` waits for a person and parks its order; the others have ended. */
export type MessageState = 'waiting' | 'done' | 'pending' | 'rejected' | 'dead' | 'skipped';

/** One word to a bureau. Its payload is gone once nobody needs to send it any more. */
@Entity('outbox_message')
@Unique('uq_outbox_message_position', ['bureau', 'order', 'position'])
@Index('ix_outbox_message_due', ['bureau', 'state', 'dueAt'])
@Check('ck_outbox_message_state', "state IN ('waiting', 'done', 'pending', 'rejected', 'dead', 'skipped')")
@Check('ck_outbox_message_payload', "(state IN ('waiting', 'dead')) = (payload IS NOT NULL)")
@Check('ck_outbox_message_lease', '(leased_until IS NULL) = (lease IS NULL)')
@Check('ck_outbox_message_counts', 'position >= 1 AND tries >= 0 AND answered_failures >= 0')
export class OutboxMessageRow {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_outbox_message' })
  id!: string;

  @Column({ type: 'varchar', length: 80 })
  topic!: string;

  @Column({ type: 'varchar', length: 40 })
  bureau!: Upstream;

  @Column({ name: 'order_key', type: 'varchar', length: 100 })
  order!: string;

  /** Its place within the order, without gaps or doubles. */
  @Column({ type: 'int' })
  position!: number;

  /** Sealed. */
  @Column({ type: 'blob', nullable: true })
  payload!: Buffer | null;

  @Column({ type: 'varchar', length: 10 })
  state!: MessageState;

  @Column({ type: 'int' })
  tries!: number;

  /** Of the tries, those the bureau answered wrongly: only these can exhaust it. */
  @Column({ name: 'answered_failures', type: 'int' })
  answeredFailures!: number;

  /** By the database's clock, like the lease. */
  @Column({ name: 'due_at', type: 'datetime', precision: 3 })
  dueAt!: Date;

  @Column({ name: 'leased_until', type: 'datetime', precision: 3, nullable: true })
  leasedUntil!: Date | null;

  /** Whose claim it is in; a claim that ran out can no longer mark it. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  lease!: string | null;

  /** Why the last try failed. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  why!: string | null;

  @Column({ name: 'appended_at', type: 'datetime', precision: 3 })
  appendedAt!: Date;

  /** When it ended or died. */
  @Column({ name: 'ended_at', type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;
}

export const outboxPayload: SealedColumn = {
  table: 'outbox_message',
  column: 'payload',
  subject: 'outbox-message',
  field: 'payload',
};

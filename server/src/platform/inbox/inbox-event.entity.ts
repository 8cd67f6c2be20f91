import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { BureauCode } from '../config/bureau-address';
import type { SealedColumn } from '../sealing/sealed-column';

/** `unreadable`: it broke the bureau's own document; a person must look. */
export type EventOutcome = 'applied' | 'not-applicable' | 'unreadable';

/** One event of a bureau, taken once. */
@Entity('inbox_event')
@Unique('uq_inbox_event_bureau_event', ['bureau', 'eventId'])
@Check('ck_inbox_event_outcome', "outcome IN ('applied', 'not-applicable', 'unreadable')")
export class InboxEvent {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_inbox_event' })
  id!: string;

  @Column({ type: 'varchar', length: 40 })
  bureau!: BureauCode;

  @Column({ name: 'event_id', type: 'varchar', length: 64 })
  eventId!: string;

  @Column({ type: 'varchar', length: 14 })
  outcome!: EventOutcome;

  /** All that was sent, sealed. */
  @Column({ type: 'blob' })
  body!: Buffer;

  @Column({ name: 'received_at', type: 'datetime', precision: 3 })
  receivedAt!: Date;
}

export const inboxBody: SealedColumn = { table: 'inbox_event', column: 'body', subject: 'inbox-event', field: 'body' };

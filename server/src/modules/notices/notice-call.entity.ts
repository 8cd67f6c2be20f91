import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../platform/sealing/sealed-column';
import type { CallState } from './call-list.port';

/** A call to make, because no other way reaches the person. Name and number stay where they are kept. */
@Entity('notice_call')
@Unique('uq_notice_call_notice', ['noticeId'])
@Index('ix_notice_call_state', ['state', 'officeCode', 'createdAt'])
@Check('ck_notice_call_state', "state IN ('open', 'done')")
export class NoticeCall {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_notice_call' })
  id!: string;

  @Column({ name: 'notice_id', type: 'varchar', length: 36 })
  noticeId!: string;

  /** Street code. */
  @Column({ name: 'office_code', type: 'varchar', length: 9 })
  officeCode!: string;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'varchar', length: 10 })
  state!: CallState;

  /** Sealed: people write names into it. */
  @Column({ name: 'last_reason', type: 'blob', nullable: true })
  lastReason!: Buffer | null;

  @Column({ name: 'last_at', type: 'datetime', precision: 3, nullable: true })
  lastAt!: Date | null;
}

export const callReason = {
  table: 'notice_call',
  column: 'last_reason',
  subject: 'notice-call',
  field: 'last_reason',
} satisfies SealedColumn;

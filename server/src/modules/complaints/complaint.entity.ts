import type { ComplaintKind } from '@jinmen/shared/complaints/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../platform/sealing/sealed-column';

/** 投诉建议. What somebody said, and what was answered. */
@Entity('complaint')
@Unique('uq_complaint_number', ['number'])
@Index('ix_complaint_account', ['accountId', 'createdAt', 'id'])
@Index('ix_complaint_state', ['state', 'dueOn'])
@Check('ck_complaint_state', "state IN ('open', 'answered')")
@Check('ck_complaint_kind', "kind IN ('complaint', 'suggestion')")
@Check('ck_complaint_answered', "(state = 'answered') = (answer IS NOT NULL)")
export class Complaint {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_complaint' })
  id!: string;

  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  accountId!: string;

  @Column({ type: 'varchar', length: 24 })
  number!: string;

  @Column({ type: 'varchar', length: 10 })
  kind!: Exclude<ComplaintKind, 'correction'>;

  /** One of the kinds that came after the table's check, which no migration may widen: kept as a suggestion. */
  @Column({ name: 'is_correction', type: 'int', default: 0 })
  isCorrection!: number;

  @Column({ name: 'application_id', type: 'varchar', length: 36, nullable: true })
  applicationId!: string | null;

  /** The street of that application: its clerks may answer too. */
  @Column({ name: 'office_code', type: 'varchar', length: 9, nullable: true })
  officeCode!: string | null;

  /** Sealed. */
  @Column({ type: 'blob' })
  text!: Buffer;

  @Column({ type: 'varchar', length: 10 })
  state!: 'open' | 'answered';

  /** As the notices were when it was taken; an open one is reckoned anew when it is read. */
  @Column({ name: 'due_on', type: 'varchar', length: 10 })
  dueOn!: CivilDate;

  /** Sealed. */
  @Column({ type: 'blob', nullable: true })
  answer!: Buffer | null;

  @Column({ name: 'answered_at', type: 'datetime', precision: 3, nullable: true })
  answeredAt!: Date | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;
}

export const complaintText: SealedColumn = {
  table: 'complaint',
  column: 'text',
  subject: 'complaint',
  field: 'text',
};

export const complaintAnswer: SealedColumn = {
  table: 'complaint',
  column: 'answer',
  subject: 'complaint',
  field: 'answer',
};

import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity';

/** One sign-in on one phone, and the family of all refresh tokens that came of it. */
@Entity('session')
@Index('ix_session_account', ['accountId'])
@Index('ix_session_ends_at', ['endsAt'])
@Check('ck_session_ended_by', "ended_by IN ('sign-out', 'reuse')")
@Check('ck_session_ended_whole', '(ended_at IS NULL) = (ended_by IS NULL)')
export class Session {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_session' })
  id!: string;

  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  accountId!: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'fk_session_account' })
  account?: Account;

  @Column({ name: 'started_at', type: 'datetime', precision: 3 })
  startedAt!: Date;

  /** However often it is refreshed. */
  @Column({ name: 'ends_at', type: 'datetime', precision: 3 })
  endsAt!: Date;

  @Column({ name: 'ended_at', type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;

  /** `reuse`: a refresh token came a second time, so somebody else has it too. */
  @Column({ name: 'ended_by', type: 'varchar', length: 20, nullable: true })
  endedBy!: 'sign-out' | 'reuse' | null;
}

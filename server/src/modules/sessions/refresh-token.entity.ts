import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Session } from './session.entity';

/** Known by its digest alone: whoever reads the table cannot refresh. */
@Entity('refresh_token')
@Index('ix_refresh_token_session', ['sessionId'])
export class RefreshToken {
  @PrimaryColumn({ type: 'blob', primaryKeyConstraintName: 'pk_refresh_token' })
  digest!: Buffer;

  @Column({ name: 'session_id', type: 'varchar', length: 36 })
  sessionId!: string;

  @ManyToOne(() => Session)
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'fk_refresh_token_session' })
  session?: Session;

  @Column({ name: 'issued_at', type: 'datetime', precision: 3 })
  issuedAt!: Date;

  @Column({ name: 'ends_at', type: 'datetime', precision: 3 })
  endsAt!: Date;

  @Column({ name: 'used_at', type: 'datetime', precision: 3, nullable: true })
  usedAt!: Date | null;

  /** See `TokenSigning`. None of those of before (docs/adr/0053). */
  @Column({ type: 'blob', nullable: true })
  signed!: Buffer | null;
}

/** A login code somebody came with in the last ten minutes. */
@Entity('login_code')
@Index('ix_login_code_used_at', ['usedAt'])
export class LoginCode {
  @PrimaryColumn({ type: 'blob', primaryKeyConstraintName: 'pk_login_code' })
  digest!: Buffer;

  @Column({ name: 'used_at', type: 'datetime', precision: 3 })
  usedAt!: Date;
}

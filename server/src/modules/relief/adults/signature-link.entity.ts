import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Application } from '../applications/application.entity';

/** A link by which one grown-up signs on a phone of their own, once. The link itself is known only to whom it was sent. */
@Entity('relief_signature_link')
@Unique('uq_relief_signature_link_standing', ['applicationId', 'standing'])
@Unique('uq_relief_signature_link_token', ['tokenHash'])
@Check('ck_relief_signature_link_ended', "ended_as IS NULL OR ended_as IN ('used', 'replaced', 'revoked')")
@Check('ck_relief_signature_link_standing', '(standing IS NULL) = (ended_as IS NOT NULL)')
export class SignatureLink {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_signature_link' })
  id!: string;

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId!: string;

  @ManyToOne(() => Application)
  @JoinColumn({ name: 'application_id', foreignKeyConstraintName: 'fk_relief_signature_link_application' })
  application?: Application;

  @Column({ type: 'varchar', length: 64 })
  member!: string;

  /** The member as long as it has not ended: a new one ends the one before. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  standing!: string | null;

  @Column({ name: 'token_hash', type: 'blob' })
  tokenHash!: Buffer;

  @Column({ name: 'sent_at', type: 'datetime', precision: 3 })
  sentAt!: Date;

  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  expiresAt!: Date;

  @Column({ name: 'ended_as', type: 'varchar', length: 12, nullable: true })
  endedAs!: 'used' | 'replaced' | 'revoked' | null;

  /** Whom it reached said no there. Nobody who shares their home ever sees it. */
  @Column({ name: 'refused_at', type: 'datetime', precision: 3, nullable: true })
  refusedAt!: Date | null;
}

import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Asking } from './asking.entity';

/**
 * A link by which the other person answers on a phone of their own, once. The link itself is known only to whom it was
 * sent, and is good as long as what it asks stands.
 */
@Entity('booking_invitation')
@Unique('uq_booking_invitation_standing', ['standing'])
@Unique('uq_booking_invitation_token', ['tokenHash'])
@Check('ck_booking_invitation_ended', "ended_as IS NULL OR ended_as IN ('used', 'replaced')")
@Check('ck_booking_invitation_standing', '(standing IS NULL) = (ended_as IS NOT NULL)')
@Index('ix_booking_invitation_asking', ['askingId', 'sentAt'])
export class Invitation {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_booking_invitation' })
  id!: string;

  @Column({ name: 'asking_id', type: 'varchar', length: 36 })
  askingId!: string;

  @ManyToOne(() => Asking)
  @JoinColumn({ name: 'asking_id', foreignKeyConstraintName: 'fk_booking_invitation_asking' })
  asking?: Asking;

  /** The asking as long as the link has not ended: a new one ends the one before. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  standing!: string | null;

  @Column({ name: 'token_hash', type: 'blob' })
  tokenHash!: Buffer;

  @Column({ name: 'sent_at', type: 'datetime', precision: 3 })
  sentAt!: Date;

  @Column({ name: 'ended_as', type: 'varchar', length: 12, nullable: true })
  endedAs!: 'used' | 'replaced' | null;
}

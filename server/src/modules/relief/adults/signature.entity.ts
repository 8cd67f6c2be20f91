import type { AskedWay, SigningWay } from '@jinmen/shared/applications/adults';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';
import { Application } from '../applications/application.entity';

/**
 * 核对授权: somebody of the household agreed that their income and property are looked up. It is that person's, not the
 * place's they have in a form: it counts only as long as the form names them there. Rows are never deleted but with a draft.
 */
@Entity('relief_signature')
@Unique('uq_relief_signature_standing', ['applicationId', 'standing'])
@Index('ix_relief_signature_signer', ['signerKeyId', 'signerDigest'])
@Check('ck_relief_signature_way', "way IN ('own-phone', 'this-phone', 'desk')")
@Check('ck_relief_signature_standing', '(standing IS NULL) = (ended_at IS NOT NULL)')
export class Signature {
  /** Also the number a means check names. */
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_signature' })
  id!: string;

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId!: string;

  @ManyToOne(() => Application)
  @JoinColumn({ name: 'application_id', foreignKeyConstraintName: 'fk_relief_signature_application' })
  application?: Application;

  /** `applicant`, `filer`, or the id of a member. */
  @Column({ type: 'varchar', length: 64 })
  member!: string;

  /** The member as long as it stands: nobody signs twice. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  standing!: string | null;

  @Column({ type: 'varchar', length: 12 })
  way!: SigningWay;

  /** Which text was agreed to. */
  @Column({ name: 'text_version', type: 'int' })
  textVersion!: number;

  @Column({ name: 'signed_at', type: 'datetime', precision: 3 })
  signedAt!: Date;

  @Column({ name: 'ended_at', type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;

  /**
   * How the street asked them whether it is theirs, and when it said so; only of one on the phone of somebody else.
   * The database keeps no list of these.
   */
  @Column({ name: 'asked_way', type: 'varchar', length: 12, nullable: true })
  askedWay!: AskedWay | null;

  @Column({ name: 'asked_at', type: 'datetime', precision: 3, nullable: true })
  askedAt!: Date | null;

  /** Sealed: the number of who signed. None of the first ones, which were all the applicant's own. */
  @Column({ type: 'blob', nullable: true })
  signer!: Buffer | null;

  /** By which they find it on a phone of their own, whichever way they signed. */
  @Column({ name: 'signer_key_id', type: 'int', nullable: true })
  signerKeyId!: number | null;

  @Column({ name: 'signer_digest', type: 'blob', nullable: true })
  signerDigest!: Buffer | null;
}

export const signatureSigner = {
  table: 'relief_signature',
  column: 'signer',
  subject: 'signature',
  field: 'signer',
  index: { purpose: 'signature-signer', keyId: 'signer_key_id', digest: 'signer_digest' },
} satisfies SealedColumn;

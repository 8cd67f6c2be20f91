import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';
import { Application } from '../applications/application.entity';

/** 容缺承诺单 as it was signed. The second is the one that gave more time, once. */
@Entity('relief_commitment')
@Unique('uq_relief_commitment_number', ['applicationId', 'number'])
@Check('ck_relief_commitment_number', 'number IN (1, 2)')
export class Commitment {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_commitment' })
  id!: string;

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId!: string;

  @ManyToOne(() => Application)
  @JoinColumn({ name: 'application_id', foreignKeyConstraintName: 'fk_relief_commitment_application' })
  application?: Application;

  @Column({ type: 'int' })
  number!: number;

  @Column({ name: 'signed_at', type: 'datetime', precision: 3 })
  signedAt!: Date;

  /** Sealed: the papers and the words that were agreed to. */
  @Column({ type: 'blob' })
  content!: Buffer;
}

export const commitmentContent: SealedColumn = {
  table: 'relief_commitment',
  column: 'content',
  subject: 'commitment',
  field: 'content',
};

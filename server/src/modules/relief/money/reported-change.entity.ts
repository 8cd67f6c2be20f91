import type { ChangeKind } from '@jinmen/shared/applications/changes';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';
import { Application } from '../applications/application.entity';

/** A change of circumstances a resident told. */
@Entity('relief_reported_change')
@Index('ix_relief_reported_change_application', ['applicationId', 'at'])
@Check('ck_relief_reported_change_kind', "kind IN ('income', 'household', 'address', 'account', 'death')")
export class ReportedChange {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_reported_change' })
  id!: string;

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId!: string;

  @ManyToOne(() => Application)
  @JoinColumn({ name: 'application_id', foreignKeyConstraintName: 'fk_relief_reported_change_application' })
  application?: Application;

  @Column({ type: 'varchar', length: 10 })
  kind!: ChangeKind;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  /** Sealed: what they wrote, and the day it happened. */
  @Column({ type: 'blob' })
  content!: Buffer;
}

export const changeContent: SealedColumn = {
  table: 'relief_reported_change',
  column: 'content',
  subject: 'reported-change',
  field: 'content',
};

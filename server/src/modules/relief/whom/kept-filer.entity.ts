import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';
import { Application } from '../applications/application.entity';

/** Who handed an application in, once their account is gone. Without a row they are found by their account. */
@Entity('relief_filer')
export class KeptFiler {
  @PrimaryColumn({
    name: 'application_id',
    type: 'varchar',
    length: 36,
    primaryKeyConstraintName: 'pk_relief_filer',
  })
  applicationId!: string;

  @OneToOne(() => Application)
  @JoinColumn({ name: 'application_id', foreignKeyConstraintName: 'fk_relief_filer_application' })
  application?: Application;

  /** Sealed: `KnownPerson`, as the identity bureau had confirmed them when the account went. */
  @Column({ type: 'blob' })
  person!: Buffer;
}

export const keptFilerPerson: SealedColumn = {
  table: 'relief_filer',
  column: 'person',
  subject: 'kept-filer',
  field: 'person',
  id: 'application_id',
};

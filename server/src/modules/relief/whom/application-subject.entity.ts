import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';
import { Application } from '../applications/application.entity';

/** Of an application that is not about whoever typed it: whom it is about. Without a row it is about them. */
@Entity('relief_application_subject')
@Unique('uq_relief_application_subject_mandate', ['mandateId'])
@Check(
  'ck_relief_application_subject_kind',
  "kind IN ('ward', 'helped') AND (kind = 'ward') = (dependant_id IS NOT NULL) AND (kind = 'helped') = (mandate_id IS NOT NULL)",
)
export class ApplicationSubject {
  @PrimaryColumn({
    name: 'application_id',
    type: 'varchar',
    length: 36,
    primaryKeyConstraintName: 'pk_relief_application_subject',
  })
  applicationId!: string;

  @OneToOne(() => Application)
  @JoinColumn({ name: 'application_id', foreignKeyConstraintName: 'fk_relief_application_subject_application' })
  application?: Application;

  @Column({ type: 'varchar', length: 10 })
  kind!: 'ward' | 'helped';

  @Column({ name: 'dependant_id', type: 'varchar', length: 36, nullable: true })
  dependantId!: string | null;

  /** One matter: a mandate is good for one application. */
  @Column({ name: 'mandate_id', type: 'varchar', length: 36, nullable: true })
  mandateId!: string | null;

  /** Sealed: `StoredSubject`, as they were when it was begun. */
  @Column({ type: 'blob' })
  person!: Buffer;

  /** The account whose tap handed it in: the helper's, or by then the person's own. */
  @Column({ name: 'filed_by', type: 'varchar', length: 36, nullable: true })
  filedBy!: string | null;
}

export const applicationSubjectPerson: SealedColumn = {
  table: 'relief_application_subject',
  column: 'person',
  subject: 'application-subject',
  field: 'person',
  id: 'application_id',
};

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which rules this database has ever been served with: a stored evaluation names a release, and here is its content. */
@Entity('catalogue_version')
export class CatalogueVersion {
  @PrimaryColumn({ type: 'varchar', length: 60, primaryKeyConstraintName: 'pk_catalogue_version' })
  release!: string;

  /** SHA-256 of programmes, facts and questions, in hexadecimal. */
  @PrimaryColumn({
    name: 'content_hash',
    type: 'varchar',
    length: 64,
    primaryKeyConstraintName: 'pk_catalogue_version',
  })
  contentHash!: string;

  @Column({ name: 'first_served_at', type: 'datetime', precision: 3 })
  firstServedAt!: Date;
}

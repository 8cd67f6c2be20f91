import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const UPLOAD_KINDS = ['jpeg', 'pdf'] as const;

/** A file somebody keeps. Its bytes lie in the blob store under the same id; a blob without such a row is swept. */
@Entity('uploaded_file')
@Index('ix_uploaded_file_account', ['accountId'])
@Check('ck_uploaded_file_kind', "kind IN ('jpeg', 'pdf')")
@Check('ck_uploaded_file_bytes', 'bytes > 0')
export class UploadedFile {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_uploaded_file' })
  id!: string;

  /** Who sent it. */
  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  accountId!: string;

  @Column({ type: 'varchar', length: 8 })
  kind!: (typeof UPLOAD_KINDS)[number];

  @Column({ type: 'int' })
  bytes!: number;

  @Column({ type: 'int' })
  pages!: number;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;
}

/**
 * What somebody sent in one day, and how long it was read, also what was refused or thrown away again, and what was sent
 * before they deleted their account and came back.
 */
@Entity('upload_day')
@Check('ck_upload_day_not_negative', 'kilobytes >= 0')
export class UploadDay {
  /**
   * The beginning of what `Accounts.countedAs` says, 144 bits of it: the column was made for an account's id, and no
   * migration may widen it.
   */
  @PrimaryColumn({ name: 'account_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_upload_day' })
  subject!: string;

  /** In Tianjin. */
  @PrimaryColumn({ type: 'varchar', length: 10, primaryKeyConstraintName: 'pk_upload_day' })
  day!: string;

  @Column({ type: 'int' })
  kilobytes!: number;

  @Column({ name: 'reading_ms', type: 'int', default: 0 })
  readingMs!: number;
}

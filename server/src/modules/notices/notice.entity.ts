import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { NoticeSubject, NoticeTopic } from './notices.port';

/** One message in a resident's inbox. Its words are data of the release, so that nothing personal stands here. */
@Entity('notice')
@Index('ix_notice_account_created', ['accountId', 'createdAt', 'id'])
export class Notice {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_notice' })
  id!: string;

  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  accountId!: string;

  @Column({ type: 'varchar', length: 40 })
  topic!: NoticeTopic;

  @Column({ name: 'about_kind', type: 'varchar', length: 20 })
  aboutKind!: NoticeSubject['kind'];

  @Column({ name: 'about_id', type: 'varchar', length: 36 })
  aboutId!: string;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'read_at', type: 'datetime', precision: 3, nullable: true })
  readAt!: Date | null;
}

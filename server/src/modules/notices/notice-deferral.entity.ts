import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A message of the night, which stands in the inbox and leaves it in the morning. */
@Entity('notice_deferral')
@Index('ix_notice_deferral_not_before', ['notBefore'])
export class NoticeDeferral {
  @PrimaryColumn({ name: 'notice_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_notice_deferral' })
  noticeId!: string;

  @Column({ name: 'not_before', type: 'datetime', precision: 3 })
  notBefore!: Date;
}

import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How many subscription messages an account has allowed, by template: one for each yes in a tap. */
@Entity('notice_grant')
@Check('ck_notice_grant_remaining', 'remaining >= 0')
export class NoticeGrant {
  @PrimaryColumn({ name: 'account_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_notice_grant' })
  accountId!: string;

  @PrimaryColumn({ name: 'template_id', type: 'varchar', length: 80, primaryKeyConstraintName: 'pk_notice_grant' })
  templateId!: string;

  @Column({ type: 'int' })
  remaining!: number;
}

import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../platform/sealing/sealed-column';

/** One openid, so one WeChat user on our mini-program. Who that is in real life is not said here. */
@Entity('account')
@Unique('uq_account_openid', ['openidKeyId', 'openidDigest'])
export class Account {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_account' })
  id!: string;

  @Column({ type: 'blob' })
  openid!: Buffer;

  @Column({ name: 'openid_key_id', type: 'int' })
  openidKeyId!: number;

  @Column({ name: 'openid_digest', type: 'blob' })
  openidDigest!: Buffer;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;
}

export const accountOpenid = {
  table: 'account',
  column: 'openid',
  subject: 'account',
  field: 'openid',
  index: { purpose: 'openid', keyId: 'openid_key_id', digest: 'openid_digest' },
} satisfies SealedColumn;

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A nonce a bureau has used; a second use within the time a signature is good for is a replay. */
@Entity('inbox_nonce')
@Index('ix_inbox_nonce_seen', ['seenAt'])
export class InboxNonce {
  @PrimaryColumn({ type: 'varchar', length: 40, primaryKeyConstraintName: 'pk_inbox_nonce' })
  bureau!: string;

  @PrimaryColumn({ type: 'varchar', length: 64, primaryKeyConstraintName: 'pk_inbox_nonce' })
  nonce!: string;

  /** By the database's clock. */
  @Column({ name: 'seen_at', type: 'datetime', precision: 3 })
  seenAt!: Date;
}

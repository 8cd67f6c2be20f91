import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { FarewellRow } from './farewell.entity';

/** A link by which one relative joins a farewell, once. It is known only to whom it was sent. */
@Entity('farewell_link')
@Unique('uq_farewell_link_token', ['tokenHash'])
@Index('ix_farewell_link_farewell', ['farewellId', 'sentAt'])
export class FarewellLink {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_farewell_link' })
  id!: string;

  @Column({ name: 'farewell_id', type: 'varchar', length: 36 })
  farewellId!: string;

  @ManyToOne(() => FarewellRow)
  @JoinColumn({ name: 'farewell_id', foreignKeyConstraintName: 'fk_farewell_link_farewell' })
  farewell?: FarewellRow;

  @Column({ name: 'token_hash', type: 'blob' })
  tokenHash!: Buffer;

  @Column({ name: 'sent_at', type: 'datetime', precision: 3 })
  sentAt!: Date;

  @Column({ name: 'until_at', type: 'datetime', precision: 3 })
  until!: Date;

  @Column({ name: 'used_at', type: 'datetime', precision: 3, nullable: true })
  usedAt!: Date | null;
}

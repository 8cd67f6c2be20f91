import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The last position given out in one order. Whoever appends holds this row until its transaction ends, so that positions
 * become visible in their own sequence: a message is never seen before an earlier one of its order.
 */
@Entity('outbox_order')
@Check('ck_outbox_order_position', 'last_position >= 1')
export class OutboxOrder {
  @PrimaryColumn({ type: 'varchar', length: 40, primaryKeyConstraintName: 'pk_outbox_order' })
  bureau!: string;

  @PrimaryColumn({
    name: 'order_key',
    type: 'varchar',
    length: 100,
    primaryKeyConstraintName: 'pk_outbox_order',
  })
  order!: string;

  @Column({ name: 'last_position', type: 'int' })
  lastPosition!: number;
}

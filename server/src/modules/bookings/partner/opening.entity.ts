import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Asking } from './asking.entity';

/**
 * Who opened, signed in, the link that was sent last: whom a reminder and the end of it are told, and who finds
 * what is asked without the link. A new link ends it. A no and a silence stand here alike.
 */
@Entity('booking_opening')
export class Opening {
  @PrimaryColumn({ name: 'asking_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_booking_opening' })
  askingId!: string;

  @ManyToOne(() => Asking)
  @JoinColumn({ name: 'asking_id', foreignKeyConstraintName: 'fk_booking_opening_asking' })
  asking?: Asking;

  @PrimaryColumn({ name: 'account_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_booking_opening' })
  accountId!: string;

  @Column({ name: 'opened_at', type: 'datetime', precision: 3 })
  openedAt!: Date;
}

import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Asking } from './asking.entity';

/** A no. Read by the routes of whoever said it, and by nothing else (docs/adr/0019). */
@Entity('booking_decline')
export class Decline {
  @PrimaryColumn({ name: 'asking_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_booking_decline' })
  askingId!: string;

  @ManyToOne(() => Asking)
  @JoinColumn({ name: 'asking_id', foreignKeyConstraintName: 'fk_booking_decline_asking' })
  asking?: Asking;

  @PrimaryColumn({ name: 'account_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_booking_decline' })
  accountId!: string;

  @Column({ name: 'declined_at', type: 'datetime', precision: 3 })
  declinedAt!: Date;
}

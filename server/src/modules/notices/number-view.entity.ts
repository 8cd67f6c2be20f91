import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A number was shown to somebody: counted, so that nobody collects them. The audit knows whose. */
@Entity('number_view')
@Index('ix_number_view_staff', ['staffId', 'at'])
export class NumberView {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_number_view' })
  id!: string;

  @Column({ name: 'staff_id', type: 'varchar', length: 32 })
  staffId!: string;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}

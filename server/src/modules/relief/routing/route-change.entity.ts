import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';

/** One street whose route an operator changed. Rows are only ever added; those of one act carry one batch. */
@Entity('relief_route_change')
@Index('ix_relief_route_change_at', ['at'])
@Index('ix_relief_route_change_batch', ['batch'])
export class RouteChange {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_route_change' })
  id!: string;

  @Column({ type: 'varchar', length: 36 })
  batch!: string;

  @Column({ name: 'street_code', type: 'varchar', length: 9 })
  streetCode!: string;

  @Column({ name: 'from_office', type: 'varchar', length: 9 })
  fromOffice!: string;

  @Column({ name: 'to_office', type: 'varchar', length: 9 })
  toOffice!: string;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  /** Their staff number. */
  @Column({ name: 'changed_by', type: 'varchar', length: 32 })
  changedBy!: string;

  @Column({ type: 'blob' })
  reason!: Buffer;

  /** The batch that this one took back. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  undoes!: string | null;
}

export const routeReason: SealedColumn = {
  table: 'relief_route_change',
  column: 'reason',
  subject: 'route-change',
  field: 'reason',
};

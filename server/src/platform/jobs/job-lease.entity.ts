import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which process does a job that only one may do, and until when by the database's own clock. */
@Entity('job_lease')
export class JobLease {
  @PrimaryColumn({ type: 'varchar', length: 60, primaryKeyConstraintName: 'pk_job_lease' })
  name!: string;

  @Column({ type: 'varchar', length: 36 })
  holder!: string;

  @Column({ name: 'held_until', type: 'datetime', precision: 3 })
  heldUntil!: Date;
}

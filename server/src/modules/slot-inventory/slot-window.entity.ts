import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';

/** What is counted at one place. Its three words belong to whoever opened it. */
@Entity('slot_pool')
@Unique('uq_slot_pool_words', ['service', 'site', 'kind'])
export class SlotPool {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_slot_pool' })
  id!: string;

  @Column({ type: 'varchar', length: 40 })
  service!: string;

  @Column({ type: 'varchar', length: 60 })
  site!: string;

  @Column({ type: 'varchar', length: 40 })
  kind!: string;
}

/** A pool at one time. `taken` is the sum of the units of its lines, and the database refuses more than there are. */
@Entity('slot_window')
@Unique('uq_slot_window_pool_start', ['poolId', 'startsAt'])
@Index('ix_slot_window_day', ['day', 'poolId'])
@Check('ck_slot_window_capacity', 'capacity >= 1')
@Check('ck_slot_window_held_back', 'held_back BETWEEN 0 AND capacity')
@Check('ck_slot_window_taken', 'taken BETWEEN 0 AND capacity')
@Check('ck_slot_window_staff_taken', 'staff_taken BETWEEN 0 AND taken')
@Check('ck_slot_window_times', 'ends_at > starts_at AND closes_at > opens_at')
@Check('ck_slot_window_closed', 'closed IN (0, 1) AND (closed = 1) = (why IS NOT NULL)')
@Check('ck_slot_window_marks_json', 'json_valid(`marks`)')
export class SlotWindowRow {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_slot_window' })
  id!: string;

  @Column({ name: 'pool_id', type: 'varchar', length: 36 })
  poolId!: string;

  @ManyToOne(() => SlotPool)
  @JoinColumn({ name: 'pool_id', foreignKeyConstraintName: 'fk_slot_window_pool' })
  pool?: SlotPool;

  @Column({ type: 'varchar', length: 10 })
  day!: CivilDate;

  @Column({ name: 'starts_at', type: 'datetime', precision: 3 })
  startsAt!: Date;

  @Column({ name: 'ends_at', type: 'datetime', precision: 3 })
  endsAt!: Date;

  @Column({ type: 'int' })
  capacity!: number;

  @Column({ name: 'held_back', type: 'int' })
  heldBack!: number;

  @Column({ type: 'int' })
  taken!: number;

  /** Of `taken`, what staff gave out: it uses up the held-back units first. */
  @Column({ name: 'staff_taken', type: 'int' })
  staffTaken!: number;

  @Column({ name: 'opens_at', type: 'datetime', precision: 3 })
  opensAt!: Date;

  @Column({ name: 'closes_at', type: 'datetime', precision: 3 })
  closesAt!: Date;

  @Column({ type: 'int' })
  closed!: number;

  @Column({ type: 'varchar', length: 200, nullable: true })
  why!: string | null;

  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'simple-json' })
  marks!: Readonly<Record<string, boolean>>;
}

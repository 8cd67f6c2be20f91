import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { VOYAGE_STEPS } from '@jinmen/shared/services/sea-scattering/views';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** What a voyage is beside its two windows: the vessel, where to meet, the timetable, and whether it sails. */
@Entity('sea_voyage')
@Unique('uq_sea_voyage_seats', ['seatsWindowId'])
@Index('ix_sea_voyage_day', ['day', 'id'])
@Check('ck_sea_voyage_state', "state IN ('open', 'suspended', 'sailed')")
@Check('ck_sea_voyage_why', "(state = 'suspended') = (why IS NOT NULL)")
@Check('ck_sea_voyage_sample', 'sample IN (0, 1)')
@Check('ck_sea_voyage_timetable_json', 'json_valid(`timetable`)')
export class SeaVoyage {
  /** Of the window of its urns. */
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_sea_voyage' })
  id!: string;

  @Column({ name: 'seats_window_id', type: 'varchar', length: 36 })
  seatsWindowId!: string;

  @Column({ type: 'varchar', length: 40 })
  vessel!: string;

  @Column({ type: 'varchar', length: 10 })
  day!: CivilDate;

  @Column({ name: 'meeting_place', type: 'varchar', length: 100 })
  meetingPlace!: string;

  @Column({ name: 'meeting_at', type: 'datetime', precision: 3 })
  meetingAt!: Date;

  @Column({ type: 'simple-json' })
  timetable!: readonly { readonly step: (typeof VOYAGE_STEPS)[number]; readonly at: string }[];

  @Column({ type: 'varchar', length: 10 })
  state!: 'open' | 'suspended' | 'sailed';

  /** In words families read. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  why!: string | null;

  @Column({ type: 'int' })
  sample!: number;
}

import type { HandedInAppeal } from '@jinmen/shared/applications/appeal';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Application } from '../applications/application.entity';

/** That the resident says to have handed something in elsewhere against a decision, and when. We hand in nothing. */
@Entity('relief_appeal')
@Unique('uq_relief_appeal_programme', ['applicationId', 'programme', 'kind'])
@Check('ck_relief_appeal_kind', "kind IN ('reconsideration', 'lawsuit')")
export class Appeal {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_appeal' })
  id!: string;

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId!: string;

  @ManyToOne(() => Application)
  @JoinColumn({ name: 'application_id', foreignKeyConstraintName: 'fk_relief_appeal_application' })
  application?: Application;

  @Column({ type: 'varchar', length: 60 })
  programme!: string;

  @Column({ type: 'varchar', length: 20 })
  kind!: HandedInAppeal['kind'];

  @Column({ name: 'handed_in_on', type: 'varchar', length: 10 })
  handedInOn!: CivilDate;

  @Column({ name: 'said_at', type: 'datetime', precision: 3 })
  saidAt!: Date;
}

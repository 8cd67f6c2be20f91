import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Application } from './application.entity';

/** 核对授权: somebody of the household agreed that their income and property are looked up. */
@Entity('relief_authorisation')
@Unique('uq_relief_authorisation_member', ['applicationId', 'member'])
@Check('ck_relief_authorisation_way', "way IN ('this-phone')")
export class Authorisation {
  /** Also the number a means check names. */
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_authorisation' })
  id!: string;

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId!: string;

  @ManyToOne(() => Application)
  @JoinColumn({ name: 'application_id', foreignKeyConstraintName: 'fk_relief_authorisation_application' })
  application?: Application;

  /** `applicant`, or the id of a member. */
  @Column({ type: 'varchar', length: 64 })
  member!: string;

  @Column({ type: 'varchar', length: 12 })
  way!: 'this-phone';

  @Column({ name: 'signed_at', type: 'datetime', precision: 3 })
  signedAt!: Date;
}

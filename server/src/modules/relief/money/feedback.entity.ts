import type { FollowUpAnswer, Score } from '@jinmen/shared/applications/feedback';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';
import { Application } from '../applications/application.entity';

/** How it went, said once. A skip is a row too: nobody is asked again. */
@Entity('relief_rating')
@Check('ck_relief_rating_score', 'score IS NULL OR score BETWEEN 1 AND 5')
@Check('ck_relief_rating_text', 'text IS NULL OR score IS NOT NULL')
export class Rating {
  @PrimaryColumn({
    name: 'application_id',
    type: 'varchar',
    length: 36,
    primaryKeyConstraintName: 'pk_relief_rating',
  })
  applicationId!: string;

  @ManyToOne(() => Application)
  @JoinColumn({ name: 'application_id', foreignKeyConstraintName: 'fk_relief_rating_application' })
  application?: Application;

  /** `null`: they would rather not say. */
  @Column({ type: 'int', nullable: true })
  score!: Score | null;

  /** Sealed. */
  @Column({ type: 'blob', nullable: true })
  text!: Buffer | null;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}

/** 回访: asked once, some weeks after it was over. */
@Entity('relief_follow_up')
@Check('ck_relief_follow_up_state', "state IN ('asked', 'answered', 'skipped', 'spared')")
@Check('ck_relief_follow_up_answer', "(state = 'answered') = (answer IS NOT NULL)")
export class FollowUp {
  @PrimaryColumn({
    name: 'application_id',
    type: 'varchar',
    length: 36,
    primaryKeyConstraintName: 'pk_relief_follow_up',
  })
  applicationId!: string;

  @ManyToOne(() => Application)
  @JoinColumn({ name: 'application_id', foreignKeyConstraintName: 'fk_relief_follow_up_application' })
  application?: Application;

  @Column({ name: 'asked_at', type: 'datetime', precision: 3 })
  askedAt!: Date;

  /** `spared`: nobody was asked, e.g. after a death. */
  @Column({ type: 'varchar', length: 10 })
  state!: 'asked' | 'answered' | 'skipped' | 'spared';

  @Column({ type: 'varchar', length: 10, nullable: true })
  answer!: FollowUpAnswer | null;

  /** Sealed. */
  @Column({ type: 'blob', nullable: true })
  text!: Buffer | null;

  @Column({ name: 'answered_at', type: 'datetime', precision: 3, nullable: true })
  answeredAt!: Date | null;
}

export const ratingText: SealedColumn = {
  table: 'relief_rating',
  column: 'text',
  subject: 'rating',
  field: 'text',
  id: 'application_id',
};

export const followUpText: SealedColumn = {
  table: 'relief_follow_up',
  column: 'text',
  subject: 'follow-up',
  field: 'text',
  id: 'application_id',
};

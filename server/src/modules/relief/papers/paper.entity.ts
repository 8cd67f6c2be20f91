import type { PaperWay } from '@jinmen/shared/applications/paper-views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Application } from '../applications/application.entity';

/** How one paper of an application comes, once that was chosen. A promise stands in a table of its own. */
@Entity('relief_paper')
@Unique('uq_relief_paper_kind', ['applicationId', 'kind'])
@Check('ck_relief_paper_way', "way IN ('have', 'photo', 'in-person')")
export class Paper {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_paper' })
  id!: string;

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId!: string;

  @ManyToOne(() => Application)
  @JoinColumn({ name: 'application_id', foreignKeyConstraintName: 'fk_relief_paper_application' })
  application?: Application;

  @Column({ type: 'varchar', length: 40 })
  kind!: string;

  @Column({ type: 'varchar', length: 10 })
  way!: Extract<PaperWay, 'have' | 'photo' | 'in-person'>;

  /** Where the last day of what is used again is known. */
  @Column({ name: 'valid_until', type: 'varchar', length: 10, nullable: true })
  validUntil!: CivilDate | null;
}

export type UnclearCode = 'small' | 'dark' | 'blank' | 'blurred';

/** One photo or PDF of a paper. */
@Entity('relief_paper_page')
@Unique('uq_relief_paper_page_position', ['paperId', 'position'])
@Unique('uq_relief_paper_page_file', ['fileId'])
@Check('ck_relief_paper_page_type', "type IN ('jpeg', 'pdf')")
@Check('ck_relief_paper_page_unclear', "unclear IS NULL OR unclear IN ('small', 'dark', 'blank', 'blurred')")
export class PaperPage {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_paper_page' })
  id!: string;

  @Column({ name: 'paper_id', type: 'varchar', length: 36 })
  paperId!: string;

  @ManyToOne(() => Paper)
  @JoinColumn({ name: 'paper_id', foreignKeyConstraintName: 'fk_relief_paper_page_paper' })
  paper?: Paper;

  /** From 1; none of what was sent and then taken again: a message may still be on its way with it. */
  @Column({ type: 'int', nullable: true })
  position!: number | null;

  @Column({ name: 'file_id', type: 'varchar', length: 36 })
  fileId!: string;

  @Column({ type: 'varchar', length: 8 })
  type!: 'jpeg' | 'pdf';

  @Column({ type: 'varchar', length: 10, nullable: true })
  unclear!: UnclearCode | null;

  @Column({ name: 'taken_at', type: 'datetime', precision: 3 })
  takenAt!: Date;

  /** When it was handed to the bureaus. */
  @Column({ name: 'sent_at', type: 'datetime', precision: 3, nullable: true })
  sentAt!: Date | null;
}

/** A paper that follows, and by when. */
@Entity('relief_promise')
@Unique('uq_relief_promise_kind', ['applicationId', 'kind'])
@Index('ix_relief_promise_due', ['keptAt', 'dueDay'])
export class PaperPromiseRow {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_promise' })
  id!: string;

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId!: string;

  @ManyToOne(() => Application)
  @JoinColumn({ name: 'application_id', foreignKeyConstraintName: 'fk_relief_promise_application' })
  application?: Application;

  @Column({ type: 'varchar', length: 40 })
  kind!: string;

  @Column({ name: 'due_day', type: 'varchar', length: 10 })
  dueDay!: CivilDate;

  @Column({ name: 'kept_at', type: 'datetime', precision: 3, nullable: true })
  keptAt!: Date | null;

  @Column({ name: 'missed_at', type: 'datetime', precision: 3, nullable: true })
  missedAt!: Date | null;
}

/** That one was reminded of a day; written with the message, so that there is one of each. */
@Entity('relief_promise_reminder')
export class PromiseReminder {
  @PrimaryColumn({
    name: 'application_id',
    type: 'varchar',
    length: 36,
    primaryKeyConstraintName: 'pk_relief_promise_reminder',
  })
  applicationId!: string;

  @PrimaryColumn({
    name: 'due_day',
    type: 'varchar',
    length: 10,
    primaryKeyConstraintName: 'pk_relief_promise_reminder',
  })
  dueDay!: CivilDate;

  /** `3`, `1`, `0` days before, or `missed`. */
  @PrimaryColumn({ type: 'varchar', length: 6, primaryKeyConstraintName: 'pk_relief_promise_reminder' })
  step!: string;

  @Column({ name: 'sent_at', type: 'datetime', precision: 3 })
  sentAt!: Date;
}

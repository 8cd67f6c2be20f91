import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../platform/sealing/sealed-column';

/** What the registry was told of a booking: only what it knows is moved or cancelled there. */
@Entity('marriage_filing')
@Check('ck_marriage_filing_state', "state IN ('told', 'suspended', 'ended')")
export class MarriageFiling {
  @PrimaryColumn({ name: 'booking_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_marriage_filing' })
  bookingId!: string;

  @Column({ type: 'varchar', length: 10 })
  state!: 'told' | 'suspended' | 'ended';

  @Column({ name: 'changed_at', type: 'datetime', precision: 3 })
  changedAt!: Date;
}

/** 联网审查 of one person of a booking. Whoever else is in the booking is told nothing of it. */
@Entity('marriage_review')
@Unique('uq_marriage_review_person', ['bookingId', 'personId'])
export class MarriageReview {
  /** Ours; the answer carries it. */
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_marriage_review' })
  id!: string;

  @Column({ name: 'booking_id', type: 'varchar', length: 36 })
  bookingId!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  /** The person's own; none for somebody who said yes on another's phone or at a desk. */
  @Column({ name: 'account_id', type: 'varchar', length: 36, nullable: true })
  accountId!: string | null;

  /** Sealed: `clear` or `attend`. */
  @Column({ type: 'blob', nullable: true })
  answer!: Buffer | null;

  @Column({ name: 'asked_at', type: 'datetime', precision: 3 })
  askedAt!: Date;
}

export const reviewAnswer: SealedColumn = {
  table: 'marriage_review',
  column: 'answer',
  subject: 'marriage-review',
  field: 'answer',
};

/** A divorce by agreement whose first step a registry took. */
@Entity('marriage_divorce')
@Unique('uq_marriage_divorce_no', ['divorceNo'])
@Check('ck_marriage_divorce_state', "state IN ('accepted', 'withdrawn', 'done')")
@Check('ck_marriage_divorce_ended', "(ended_on IS NULL) = (state = 'accepted')")
export class Divorce {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_marriage_divorce' })
  id!: string;

  /** The registry's. */
  @Column({ name: 'divorce_no', type: 'varchar', length: 40 })
  divorceNo!: string;

  @Column({ type: 'varchar', length: 60 })
  site!: string;

  @Column({ name: 'received_on', type: 'varchar', length: 10 })
  receivedOn!: CivilDate;

  @Column({ type: 'varchar', length: 10 })
  state!: 'accepted' | 'withdrawn' | 'done';

  @Column({ name: 'ended_on', type: 'varchar', length: 10, nullable: true })
  endedOn!: CivilDate | null;
}

/** One of the two. Name and number stand, sealed, with the person. */
@Entity('marriage_divorce_party')
@Index('ix_marriage_divorce_party_person', ['personId'])
export class DivorceParty {
  @PrimaryColumn({
    name: 'divorce_id',
    type: 'varchar',
    length: 36,
    primaryKeyConstraintName: 'pk_marriage_divorce_party',
  })
  divorceId!: string;

  @PrimaryColumn({
    name: 'person_id',
    type: 'varchar',
    length: 36,
    primaryKeyConstraintName: 'pk_marriage_divorce_party',
  })
  personId!: string;

  @ManyToOne(() => Divorce)
  @JoinColumn({ name: 'divorce_id', foreignKeyConstraintName: 'fk_marriage_divorce_party_divorce' })
  divorce?: Divorce;
}

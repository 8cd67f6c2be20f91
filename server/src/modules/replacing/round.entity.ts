import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { RoundKind } from './replaced-service.port';

/** Everybody of a service who has no place now, planned for together. One of a kind is open at a time. */
@Entity('replacing_round')
@Unique('uq_replacing_round_open', ['openKey'])
@Index('ix_replacing_round_service', ['service', 'kind', 'createdAt'])
@Check('ck_replacing_round_kind', "kind IN ('displaced', 'sign-ups')")
@Check('ck_replacing_round_open', '(applied_at IS NULL) = (open_key IS NOT NULL)')
export class ReplacingRound {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_replacing_round' })
  id!: string;

  @Column({ type: 'varchar', length: 60 })
  service!: string;

  @Column({ type: 'varchar', length: 20 })
  kind!: RoundKind;

  @Column({ name: 'open_key', type: 'varchar', length: 100, nullable: true })
  openKey!: string | null;

  /** The plan as it was last seen (`Plan`): ids of people's bookings and of windows, nothing about anybody. */
  @Column({ type: 'text', nullable: true })
  plan!: string | null;

  @Column({ name: 'planned_at', type: 'datetime', precision: 3, nullable: true })
  plannedAt!: Date | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'applied_at', type: 'datetime', precision: 3, nullable: true })
  appliedAt!: Date | null;
}

/** What a person decided about one of a round. No slot: not now. */
@Entity('replacing_pin')
export class ReplacingPin {
  @PrimaryColumn({ name: 'round_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_replacing_pin' })
  roundId!: string;

  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_replacing_pin' })
  subject!: string;

  @Column({ name: 'slot_id', type: 'varchar', length: 36, nullable: true })
  slotId!: string | null;
}

/** What a round did for one of them, once; all of it together is the history of who was worse off before. */
@Entity('replacing_move')
@Index('ix_replacing_move_history', ['history', 'at'])
@Index('ix_replacing_move_booking', ['bookingId', 'at'])
@Check('ck_replacing_move_worse', 'worse IN (0, 1)')
@Check('ck_replacing_move_answer', "answer IS NULL OR answer = 'later'")
export class ReplacingMove {
  @PrimaryColumn({ name: 'round_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_replacing_move' })
  roundId!: string;

  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_replacing_move' })
  subject!: string;

  @Column({ type: 'varchar', length: 36 })
  history!: string;

  @Column({ name: 'booking_id', type: 'varchar', length: 36, nullable: true })
  bookingId!: string | null;

  /** The window they lost; none of who only signed up. */
  @Column({ name: 'lost_slot_id', type: 'varchar', length: 36, nullable: true })
  lostSlotId!: string | null;

  /** The window that is kept for them; none when nothing was found. */
  @Column({ name: 'slot_id', type: 'varchar', length: 36, nullable: true })
  slotId!: string | null;

  /** 1 when it goes against a wish of theirs. */
  @Column({ type: 'int' })
  worse!: number;

  @Column({ name: 'kept_until', type: 'datetime', precision: 3, nullable: true })
  keptUntil!: Date | null;

  /** Why somebody has to call them; none when a message is enough. */
  @Column({ name: 'call_reason', type: 'varchar', length: 20, nullable: true })
  callReason!: string | null;

  @Column({ name: 'called_at', type: 'datetime', precision: 3, nullable: true })
  calledAt!: Date | null;

  /** 先放一放. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  answer!: 'later' | null;

  @Column({ name: 'at', type: 'datetime', precision: 3 })
  at!: Date;
}

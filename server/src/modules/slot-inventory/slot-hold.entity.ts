import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { SlotWindowRow } from './slot-window.entity';

/**
 * Units somebody has. It is there while they have them and gone when they gave them back; nothing else ends it.
 * One without a holder is units that rest: nobody has them, and nobody can until it lapses.
 */
@Entity('slot_hold')
@Index('ix_slot_hold_holder', ['holder'])
@Index('ix_slot_hold_lapses', ['lapsesAt'])
@Check('ck_slot_hold_rests', 'holder IS NOT NULL OR lapses_at IS NOT NULL')
@Check('ck_slot_hold_by_staff', 'by_staff IN (0, 1)')
export class SlotHold {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_slot_hold' })
  id!: string;

  @Column({ type: 'varchar', length: 36, nullable: true })
  holder!: string | null;

  /** None once it is confirmed. */
  @Column({ name: 'lapses_at', type: 'datetime', precision: 3, nullable: true })
  lapsesAt!: Date | null;

  @Column({ name: 'by_staff', type: 'int' })
  byStaff!: number;
}

/** How many units of which window. The lines of a hold are written with it and never change: other lines are another hold. */
@Entity('slot_hold_line')
@Index('ix_slot_hold_line_window', ['windowId'])
@Check('ck_slot_hold_line_units', 'units >= 1')
export class SlotHoldLine {
  @PrimaryColumn({ name: 'hold_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_slot_hold_line' })
  holdId!: string;

  @ManyToOne(() => SlotHold)
  @JoinColumn({ name: 'hold_id', foreignKeyConstraintName: 'fk_slot_hold_line_hold' })
  hold?: SlotHold;

  @PrimaryColumn({ name: 'window_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_slot_hold_line' })
  windowId!: string;

  @ManyToOne(() => SlotWindowRow)
  @JoinColumn({ name: 'window_id', foreignKeyConstraintName: 'fk_slot_hold_line_window' })
  window?: SlotWindowRow;

  @Column({ type: 'int' })
  units!: number;
}

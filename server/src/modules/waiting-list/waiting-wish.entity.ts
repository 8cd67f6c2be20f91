import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A day at a site an entry waits for. */
@Entity('waiting_wish')
@Index('ix_waiting_wish_window', ['site', 'day', 'pool'])
export class WaitingWish {
  @PrimaryColumn({
    name: 'entry_id',
    type: 'varchar',
    length: 36,
    primaryKeyConstraintName: 'pk_waiting_wish',
  })
  entryId!: string;

  @PrimaryColumn({ type: 'varchar', length: 60, primaryKeyConstraintName: 'pk_waiting_wish' })
  site!: string;

  @PrimaryColumn({ type: 'varchar', length: 10, primaryKeyConstraintName: 'pk_waiting_wish' })
  day!: CivilDate;

  /** What is counted there for the entry's kind. */
  @PrimaryColumn({ type: 'varchar', length: 60, primaryKeyConstraintName: 'pk_waiting_wish' })
  pool!: string;
}

/** A window an entry had its turn at: it is not offered to them again. */
@Entity('waiting_turn')
export class WaitingTurn {
  @PrimaryColumn({ name: 'window_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_waiting_turn' })
  windowId!: string;

  @PrimaryColumn({ name: 'entry_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_waiting_turn' })
  entryId!: string;
}

/** The line of a service: whoever joins it, moves somebody in it or gives a time to its first locks this row first. */
@Entity('waiting_line')
export class WaitingLine {
  @PrimaryColumn({ type: 'varchar', length: 60, primaryKeyConstraintName: 'pk_waiting_line' })
  service!: string;

  @Column({ name: 'last_place', type: 'int' })
  lastPlace!: number;
}

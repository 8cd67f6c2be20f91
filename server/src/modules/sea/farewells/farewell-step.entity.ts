import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { FarewellRow } from './farewell.entity';
import type { FarewellStepAct } from './farewell-words';

/** What happened to a farewell, in order; what the family reads of it. */
@Entity('farewell_step')
export class FarewellStep {
  @PrimaryColumn({
    name: 'farewell_id',
    type: 'varchar',
    length: 36,
    primaryKeyConstraintName: 'pk_farewell_step',
  })
  farewellId!: string;

  @ManyToOne(() => FarewellRow)
  @JoinColumn({ name: 'farewell_id', foreignKeyConstraintName: 'fk_farewell_step_farewell' })
  farewell?: FarewellRow;

  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'pk_farewell_step' })
  seq!: number;

  @Column({ type: 'varchar', length: 20 })
  act!: FarewellStepAct;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}

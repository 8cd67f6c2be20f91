import type { FarewellKin } from '@jinmen/shared/services/sea-scattering/views';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';
import { FarewellRow } from './farewell.entity';

/** `not-now`: not taken in, or taken out again. They can ask again; of the family nobody sees it, and a person calls. */
export type KinState = FarewellKin['state'] | 'not-now';

/** Another of the family: found the farewell by who died, or was sent a link to it. */
@Entity('farewell_kin')
@Unique('uq_farewell_kin_person', ['farewellId', 'personId'])
@Index('ix_farewell_kin_person', ['personId', 'at'])
@Check('ck_farewell_kin_state', "state IN ('asks', 'not-now', 'silent', 'agrees', 'differs')")
export class FarewellKinRow {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_farewell_kin' })
  id!: string;

  @Column({ name: 'farewell_id', type: 'varchar', length: 36 })
  farewellId!: string;

  @ManyToOne(() => FarewellRow)
  @JoinColumn({ name: 'farewell_id', foreignKeyConstraintName: 'fk_farewell_kin_farewell' })
  farewell?: FarewellRow;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  /** None of somebody a desk spoke with. */
  @Column({ name: 'account_id', type: 'varchar', length: 36, nullable: true })
  accountId!: string | null;

  @Column({ type: 'varchar', length: 10 })
  state!: KinState;

  /** Sealed: `KinSaid`. */
  @Column({ type: 'blob' })
  said!: Buffer;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  /** Which colleague would hand the farewell over to them; another has to agree. */
  @Column({ name: 'handing_by', type: 'varchar', length: 64, nullable: true })
  handingBy!: string | null;

  @Column({ name: 'handing_at', type: 'datetime', precision: 3, nullable: true })
  handingAt!: Date | null;

  /** Who that colleague is outside the office, as places in the blind index; none where the bureau did not say. */
  @Column({ name: 'handing_marks', type: 'varchar', length: 400, nullable: true })
  handingMarks!: string | null;
}

/** What they are to the one who died, and what they wrote last. */
export interface KinSaid {
  readonly relation: string;
  readonly words?: string;
}

export const kinSaid: SealedColumn = {
  table: 'farewell_kin',
  column: 'said',
  subject: 'farewell-kin',
  field: 'said',
};

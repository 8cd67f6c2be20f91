import type { FarewellState } from '@jinmen/shared/services/sea-scattering/views';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';

/** One person who died, and what their family prepares. Everything they typed is sealed in one piece. */
@Entity('farewell')
@Unique('uq_farewell_number', ['number'])
@Unique('uq_farewell_booking', ['bookingId'])
@Unique('uq_farewell_desk_reference', ['deskReference'])
@Index('ix_farewell_account', ['accountId', 'updatedAt', 'id'])
@Index('ix_farewell_person', ['personId', 'updatedAt', 'id'])
@Index('ix_farewell_state', ['state', 'updatedAt', 'id'])
@Check('ck_farewell_state', "state IN ('draft', 'signed-up', 'scattered', 'withdrawn')")
@Check('ck_farewell_version', 'version >= 1')
@Check('ck_farewell_whose', 'account_id IS NOT NULL OR person_id IS NOT NULL')
@Check(
  'ck_farewell_signed_up',
  "state IN ('draft', 'withdrawn') OR (signed_up_at IS NOT NULL AND person_id IS NOT NULL)",
)
@Check('ck_farewell_withdrawn', "(state = 'withdrawn') = (withdrawn_at IS NOT NULL)")
export class FarewellRow {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_farewell' })
  id!: string;

  /** What is said at a desk and on the phone. */
  @Column({ type: 'varchar', length: 12 })
  number!: string;

  /** On whose phone it was begun; none of one that was signed up at a desk. */
  @Column({ name: 'account_id', type: 'varchar', length: 36, nullable: true })
  accountId!: string | null;

  /** Who signed it up. It is theirs on every phone the identity bureau knows them on. */
  @Column({ name: 'person_id', type: 'varchar', length: 36, nullable: true })
  personId!: string | null;

  @Column({ type: 'varchar', length: 12 })
  state!: FarewellState;

  /** Rises by one with everything the family changes. */
  @Column({ type: 'int' })
  version!: number;

  /** Sealed: `FarewellContent`. */
  @Column({ type: 'blob' })
  content!: Buffer;

  /** Its place on a voyage, as long as that is active. */
  @Column({ name: 'booking_id', type: 'varchar', length: 36, nullable: true })
  bookingId!: string | null;

  /** What the desk that signed it up calls it: told twice, it is one. */
  @Column({ name: 'desk_reference', type: 'varchar', length: 64, nullable: true })
  deskReference!: string | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'datetime', precision: 3 })
  updatedAt!: Date;

  /** Stays when it is withdrawn: brought back, it is signed up again. */
  @Column({ name: 'signed_up_at', type: 'datetime', precision: 3, nullable: true })
  signedUpAt!: Date | null;

  @Column({ name: 'withdrawn_at', type: 'datetime', precision: 3, nullable: true })
  withdrawnAt!: Date | null;

  /** See `FarewellSigning`. None where it was changed past the server, or long ago. */
  @Column({ type: 'blob', nullable: true })
  signed!: Buffer | null;
}

export const farewellContent: SealedColumn = {
  table: 'farewell',
  column: 'content',
  subject: 'farewell',
  field: 'content',
};

import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';

/** What the funeral bureau was told of a booking: only what it knows is moved, changed or ended there. */
@Entity('sea_filing')
@Index('ix_sea_filing_farewell', ['farewellId'])
@Check('ck_sea_filing_state', "state IN ('told', 'suspended', 'ended')")
export class SeaFiling {
  @PrimaryColumn({ name: 'booking_id', type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_sea_filing' })
  bookingId!: string;

  @Column({ name: 'farewell_id', type: 'varchar', length: 36 })
  farewellId!: string;

  @Column({ type: 'varchar', length: 10 })
  state!: 'told' | 'suspended' | 'ended';

  /** Sealed: the family as it was last handed over, so that what did not change is not said again. */
  @Column({ type: 'blob' })
  party!: Buffer;

  /** The newest `party-changed`; those before it that still wait are not said any more. */
  @Column({ name: 'party_message', type: 'varchar', length: 36, nullable: true })
  partyMessage!: string | null;

  @Column({ name: 'changed_at', type: 'datetime', precision: 3 })
  changedAt!: Date;
}

export const seaFilingParty: SealedColumn = {
  table: 'sea_filing',
  column: 'party',
  id: 'booking_id',
  subject: 'sea-filing',
  field: 'party',
};

import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';
import { FarewellRow } from './farewell.entity';

/** By what the one who died is known: the ID number, and the name with the day. */
export const DECEASED_KEYS = ['id-number', 'name-day'] as const;
export type DeceasedKey = (typeof DECEASED_KEYS)[number];

/** Who is claimed by a signed-up farewell: one at a time, found by a digest, and readable to nobody without the key. */
@Entity('farewell_deceased')
@Unique('uq_farewell_deceased_one', ['digest', 'apart'])
@Unique('uq_farewell_deceased_kind', ['farewellId', 'kind'])
@Check('ck_farewell_deceased_kind', "kind IN ('id-number', 'name-day')")
export class FarewellDeceased {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_farewell_deceased' })
  id!: string;

  @Column({ name: 'farewell_id', type: 'varchar', length: 36 })
  farewellId!: string;

  @ManyToOne(() => FarewellRow)
  @JoinColumn({ name: 'farewell_id', foreignKeyConstraintName: 'fk_farewell_deceased_farewell' })
  farewell?: FarewellRow;

  @Column({ type: 'varchar', length: 10 })
  kind!: DeceasedKey;

  /** Sealed: the text the digest is of. */
  @Column({ type: 'blob' })
  claim!: Buffer;

  @Column({ name: 'key_id', type: 'int' })
  keyId!: number;

  @Column({ type: 'blob' })
  digest!: Buffer;

  /**
   * Empty; but the farewell's own id where another of the same name died the same day and both numbers are known to differ:
   * two people, and neither family is kept from theirs.
   */
  @Column({ type: 'varchar', length: 36 })
  apart!: string;
}

export const deceasedClaim = {
  table: 'farewell_deceased',
  column: 'claim',
  subject: 'farewell-deceased',
  field: 'claim',
  index: { purpose: 'farewell-deceased', keyId: 'key_id', digest: 'digest' },
} as const satisfies SealedColumn;

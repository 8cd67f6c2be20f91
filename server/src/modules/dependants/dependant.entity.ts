import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { GuardedRelation, Guardianship } from '@jinmen/shared/residents/guardianship';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../platform/sealing/sealed-column';

/** A child or ward of somebody with an account, and how far it is proved that they are. */
@Entity('dependant')
@Unique('uq_dependant_show_code', ['showCode'])
@Index('ix_dependant_account', ['accountId', 'createdAt'])
@Check('ck_dependant_relation', "relation IN ('child', 'ward')")
@Check('ck_dependant_proof', "proof IN ('asking', 'confirmed', 'to-show')")
@Check('ck_dependant_lives_together', 'lives_together IN (0, 1)')
@Check(
  'ck_dependant_confirmed',
  "(proof = 'confirmed') = (confirmed_on IS NOT NULL) AND (proof = 'confirmed') = (show_code IS NULL)",
)
export class Dependant {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_dependant' })
  id!: string;

  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  accountId!: string;

  /** Of `person`, once the bureau confirmed name and number. */
  @Column({ name: 'person_id', type: 'varchar', length: 36, nullable: true })
  personId!: string | null;

  /** Sealed: `NamedNumber`. */
  @Column({ type: 'blob' })
  identity!: Buffer;

  @Column({ type: 'varchar', length: 10 })
  relation!: GuardedRelation;

  @Column({ name: 'lives_together', type: 'int' })
  livesTogether!: number;

  @Column({ type: 'varchar', length: 10 })
  proof!: Guardianship['proof'];

  @Column({ name: 'confirmed_on', type: 'varchar', length: 10, nullable: true })
  confirmedOn!: CivilDate | null;

  /** Random; whoever shows a paper at the street shows it too, and the clerk finds this one row and no other. */
  @Column({ name: 'show_code', type: 'varchar', length: 8, nullable: true })
  showCode!: string | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;
}

export const dependantIdentity: SealedColumn = {
  table: 'dependant',
  column: 'identity',
  subject: 'dependant',
  field: 'identity',
};

import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../platform/sealing/sealed-column';
import type { StoppedWhat } from './stops-at-death.port';

/** A verified death of somebody known here. At most one stands for a person; one taken back stays as a record. */
@Entity('verified_death')
@Unique('uq_verified_death_standing', ['standing'])
@Index('ix_verified_death_settled', ['settledAt'])
@Check('ck_verified_death_withdrawn', '(standing IS NULL) = (withdrawn_at IS NOT NULL)')
@Check('ck_verified_death_why', '(withdrawn_at IS NULL) = (withdrawn_why IS NULL)')
export class VerifiedDeathRow {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_verified_death' })
  id!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  /** The person as long as it stands. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  standing!: string | null;

  @Column({ type: 'varchar', length: 10 })
  died!: CivilDate;

  @Column({ type: 'blob' })
  certificate!: Buffer;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  /** All that was going on was dealt with, or taken back. */
  @Column({ name: 'settled_at', type: 'datetime', precision: 3, nullable: true })
  settledAt!: Date | null;

  @Column({ name: 'withdrawn_at', type: 'datetime', precision: 3, nullable: true })
  withdrawnAt!: Date | null;

  @Column({ name: 'withdrawn_why', type: 'blob', nullable: true })
  withdrawnWhy!: Buffer | null;
}

/** One thing that was found going on, and what became of it. */
@Entity('death_effect')
@Unique('uq_death_effect_object', ['deathId', 'what', 'objectId'])
@Check('ck_death_effect_what', "what IN ('booking', 'waiting', 'mandate', 'relief', 'messages', 'survivor')")
@Check('ck_death_effect_state', "state IN ('stopped', 'by-hand', 'restored', 'to-do-again', 'told')")
export class DeathEffect {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_death_effect' })
  id!: string;

  @Column({ name: 'death_id', type: 'varchar', length: 36 })
  deathId!: string;

  @ManyToOne(() => VerifiedDeathRow)
  @JoinColumn({ name: 'death_id', foreignKeyConstraintName: 'fk_death_effect_death' })
  death?: VerifiedDeathRow;

  /** `survivor`: somebody who was invited to look again; the object is their account. */
  @Column({ type: 'varchar', length: 10 })
  what!: StoppedWhat | 'survivor';

  @Column({ name: 'object_id', type: 'varchar', length: 36 })
  objectId!: string;

  @Column({ type: 'varchar', length: 12 })
  state!: 'stopped' | 'by-hand' | 'restored' | 'to-do-again' | 'told';

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}

export const deathCertificate: SealedColumn = {
  table: 'verified_death',
  column: 'certificate',
  subject: 'verified-death',
  field: 'certificate',
};

export const deathWithdrawnWhy: SealedColumn = {
  table: 'verified_death',
  column: 'withdrawn_why',
  subject: 'verified-death',
  field: 'withdrawn-why',
};

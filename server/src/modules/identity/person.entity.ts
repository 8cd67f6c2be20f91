import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../platform/sealing/sealed-column';

/** A person the bureau confirmed: one row however many phones. The only table with an index of ID numbers (design §8). */
@Entity('person')
@Unique('uq_person_id_number', ['idNumberKeyId', 'idNumberDigest'])
export class Person {
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_person' })
  id!: string;

  @Column({ type: 'blob' })
  name!: Buffer;

  @Column({ name: 'id_number', type: 'blob' })
  idNumber!: Buffer;

  @Column({ name: 'id_number_key_id', type: 'int' })
  idNumberKeyId!: number;

  @Column({ name: 'id_number_digest', type: 'blob' })
  idNumberDigest!: Buffer;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  /** The account that reaches all that is kept of them (docs/adr/0015). None while no account is theirs, or long ago. */
  @Column({ name: 'first_account_id', type: 'varchar', length: 36, nullable: true })
  firstAccountId!: string | null;

  /** Over the account before, see `PersonSigning`. None of rows of before (docs/adr/0053). */
  @Column({ type: 'blob', nullable: true })
  signed!: Buffer | null;
}

/** Which person uses an account. Several accounts may be one person's (docs/adr/0015); one account is never two's. */
@Entity('account_person')
@Index('ix_account_person_person', ['personId'])
export class AccountPerson {
  @PrimaryColumn({
    name: 'account_id',
    type: 'varchar',
    length: 36,
    primaryKeyConstraintName: 'pk_account_person',
  })
  accountId!: string;

  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'fk_account_person_person' })
  person?: Person;

  @Column({ name: 'verified_at', type: 'datetime', precision: 3 })
  verifiedAt!: Date;

  /** See `LinkSigning`. None of rows of before (docs/adr/0053). */
  @Column({ type: 'blob', nullable: true })
  signed!: Buffer | null;
}

export const personName = {
  table: 'person',
  column: 'name',
  subject: 'person',
  field: 'name',
} satisfies SealedColumn;

export const personIdNumber = {
  table: 'person',
  column: 'id_number',
  subject: 'person',
  field: 'id-number',
  index: { purpose: 'id-number', keyId: 'id_number_key_id', digest: 'id_number_digest' },
} satisfies SealedColumn;

import type { PayeeCheck } from '@jinmen/shared/applications/payee';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { SealedColumn } from '../../../platform/sealing/sealed-column';
import { Application } from '../applications/application.entity';

/** Where a resident said the money should go. A change is a row more: the newest counts, the others say what was so. */
@Entity('relief_payee')
@Unique('uq_relief_payee_position', ['applicationId', 'position'])
@Check('ck_relief_payee_state', "state IN ('none', 'asked', 'match', 'mismatch', 'frozen', 'unknown')")
export class PayeeRow {
  /** Also the number a bureau answers by: an answer about an account that was changed since is about another one. */
  @PrimaryColumn({ type: 'varchar', length: 36, primaryKeyConstraintName: 'pk_relief_payee' })
  id!: string;

  @Column({ name: 'application_id', type: 'varchar', length: 36 })
  applicationId!: string;

  @ManyToOne(() => Application)
  @JoinColumn({ name: 'application_id', foreignKeyConstraintName: 'fk_relief_payee_application' })
  application?: Application;

  /** From 1 on. */
  @Column({ type: 'int' })
  position!: number;

  /** Sealed: `PayeeChoice`, the number whole. */
  @Column({ type: 'blob' })
  choice!: Buffer;

  @Column({ type: 'varchar', length: 10 })
  state!: PayeeCheck;

  /** By the bureau's clock. */
  @Column({ name: 'checked_at', type: 'datetime', precision: 3, nullable: true })
  checkedAt!: Date | null;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}

export const payeeChoice: SealedColumn = {
  table: 'relief_payee',
  column: 'choice',
  subject: 'payee',
  field: 'choice',
};

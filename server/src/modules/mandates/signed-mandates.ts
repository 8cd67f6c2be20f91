import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { forUpdate } from '../../platform/database/row-lock';
import { Transactions } from '../../platform/database/transactions';
import { type SignedRow, SignedRows, type SignedTable } from '../../platform/signed-rows/signed-rows';
import { MandateRow } from './mandate.entity';
import { MandateSigning } from './mandate-signing';

const PAGE = 500;

interface SignedMandate extends SignedRow {
  readonly row: MandateRow;
}

/** That every mandate stands as the server last wrote it. */
@Injectable()
export class SignedMandates implements SignedTable<SignedMandate> {
  readonly name = 'mandate';

  constructor(
    signed: SignedRows,
    private readonly transactions: Transactions,
    private readonly signing: MandateSigning,
  ) {
    signed.add(this);
  }

  async page(after: string, lock: boolean): Promise<readonly SignedMandate[]> {
    const { manager } = this.transactions;
    const page = { where: { id: MoreThan(after) }, order: { id: 'ASC' }, take: PAGE } as const;
    const rows = await manager.find(MandateRow, { ...page, ...(lock ? forUpdate(manager) : {}) });
    return rows.map((row) => {
      const { id, createdAt, endedAt } = row;
      return { id, row, changedAt: endedAt ?? createdAt, broken: undefined, unsigned: this.unsigned(row) };
    });
  }

  async sign({ row }: SignedMandate): Promise<void> {
    await this.transactions.manager.update(MandateRow, { id: row.id }, { signed: this.signing.sign(row) });
  }

  private unsigned(row: MandateRow): string | undefined {
    if (row.signed === null) return 'is not signed';
    return this.signing.holds(row) ? undefined : 'is not what was signed';
  }
}

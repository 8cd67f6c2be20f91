import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { SignedEntity } from '../../platform/signed-rows/row-signing';
import { SignedRows } from '../../platform/signed-rows/signed-rows';
import { MandateRow } from './mandate.entity';
import { MandateSigning } from './mandate-signing';

/** That every mandate stands as the server last wrote it. */
@Injectable()
export class SignedMandates extends SignedEntity<MandateRow> {
  constructor(rows: SignedRows, transactions: Transactions, signing: MandateSigning) {
    super('mandate', MandateRow, ({ endedAt, createdAt }) => endedAt ?? createdAt, signing, transactions);
    rows.add(this);
  }
}

import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../platform/database/transactions';
import { SignedEntity } from '../../../platform/signed-rows/row-signing';
import { SignedRows } from '../../../platform/signed-rows/signed-rows';
import { FarewellRow } from './farewell.entity';
import { FarewellSigning } from './farewell-signing';

/** That every farewell stands as the server last wrote it. */
@Injectable()
export class SignedFarewells extends SignedEntity<FarewellRow> {
  constructor(rows: SignedRows, transactions: Transactions, signing: FarewellSigning) {
    super('farewell', FarewellRow, ({ updatedAt }) => updatedAt, signing, transactions);
    rows.add(this);
  }
}

import { Injectable } from '@nestjs/common';
import { RowMacs } from '../../../platform/signed-rows/row-macs';
import { RowSigning } from '../../../platform/signed-rows/row-signing';
import type { FarewellRow } from './farewell.entity';

/** A farewell’s row is signed as it stands; what the family reads of its steps is not. */
@Injectable()
export class FarewellSigning extends RowSigning<FarewellRow> {
  constructor(macs: RowMacs) {
    super(macs, 'farewell', contentOf);
  }
}

/** Everything but what the family said, which is sealed, and when the list was last touched. */
function contentOf(row: FarewellRow): readonly unknown[] {
  const { number, accountId, personId, state, version, bookingId, deskReference } = row;
  const when = [row.createdAt, row.signedUpAt, row.withdrawnAt];
  return [number, accountId, personId, state, version, bookingId, deskReference, ...when];
}

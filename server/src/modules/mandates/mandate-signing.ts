import { Injectable } from '@nestjs/common';
import { RowMacs } from '../../platform/signed-rows/row-macs';
import { RowSigning } from '../../platform/signed-rows/row-signing';
import type { MandateRow } from './mandate.entity';

/** A mandate has no steps: its row alone is signed, as it stands. */
@Injectable()
export class MandateSigning extends RowSigning<MandateRow> {
  constructor(macs: RowMacs) {
    super(macs, 'mandate', contentOf);
  }
}

/** Everything but who it is for in words, which is sealed: so nobody writes a yes, another helper, or a code they know. */
function contentOf(row: MandateRow): readonly unknown[] {
  const { helperAccountId, principalPersonId, programmes, street, way, until, state } = row;
  const code = [row.codeDigest?.toString('hex'), row.codeUntil, row.codeTries, row.codesSent];
  return [helperAccountId, principalPersonId, programmes, street, way, until, state, code, row.createdAt, row.endedAt];
}

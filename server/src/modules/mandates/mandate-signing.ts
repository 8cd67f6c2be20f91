import { Injectable } from '@nestjs/common';
import { RowMacs } from '../../platform/signed-rows/row-macs';
import type { MandateRow } from './mandate.entity';

const KIND = 'mandate';

/** A mandate has no steps: its row alone is signed, as it stands. */
@Injectable()
export class MandateSigning {
  constructor(private readonly macs: RowMacs) {}

  sign(row: MandateRow): Buffer {
    return this.macs.sign(KIND, row.id, contentOf(row));
  }

  /** After a change. On top of what somebody changed nothing is signed, so that it is found whenever somebody looks. */
  next(before: MandateRow, after: MandateRow): Buffer | null {
    if (this.holds(before)) return this.sign(after);
    if (before.signed !== null) this.macs.alarm(KIND, before.id);
    return null;
  }

  holds(row: MandateRow): boolean {
    return row.signed !== null && this.macs.holds(KIND, row.id, contentOf(row), row.signed);
  }
}

/** Everything but who it is for in words, which is sealed: so nobody writes a yes, another helper, or a code they know. */
function contentOf(row: MandateRow): readonly unknown[] {
  const { helperAccountId, principalPersonId, programmes, street, way, until, state } = row;
  const code = [row.codeDigest?.toString('hex'), row.codeUntil, row.codeTries, row.codesSent];
  return [helperAccountId, principalPersonId, programmes, street, way, until, state, code, row.createdAt, row.endedAt];
}

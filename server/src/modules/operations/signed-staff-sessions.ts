import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { RowMacs } from '../../platform/signed-rows/row-macs';
import { RowSigning, SignedEntity, writtenOnce } from '../../platform/signed-rows/row-signing';
import { type SignedRow, SignedRows } from '../../platform/signed-rows/signed-rows';
import { StaffSession } from './staff-session.entity';

/** Which token opens it, whose it is, what they may see, and what they are kept from. */
@Injectable()
export class StaffSigning extends RowSigning<StaffSession> {
  constructor(macs: RowMacs) {
    super(macs, 'staff-session', ({ tokenHash, staffId, role, offices, createdAt, marks }) => {
      return [tokenHash, staffId, role, offices, createdAt, marks];
    });
  }
}

/** That every session at a desk is the colleague's it was opened for, in their post. */
@Injectable()
export class SignedStaffSessions extends SignedEntity<StaffSession> {
  constructor(rows: SignedRows, transactions: Transactions, signing: StaffSigning) {
    super('staff-session', StaffSession, ({ createdAt }) => createdAt, signing, transactions);
    rows.add(this);
  }

  protected override problemOf(row: StaffSession): Pick<SignedRow, 'broken' | 'unsigned'> {
    return writtenOnce(this.signing, row);
  }
}

import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../platform/database/transactions';
import { SignedEntity, writtenOnce } from '../../../platform/signed-rows/row-signing';
import { type SignedRow, SignedRows } from '../../../platform/signed-rows/signed-rows';
import { AccountPerson } from '../person.entity';
import { LinkSigning } from './link-signing';

/** That every account is whose the server wrote it is. */
@Injectable()
export class SignedLinks extends SignedEntity<AccountPerson> {
  constructor(rows: SignedRows, transactions: Transactions, signing: LinkSigning) {
    super('account-person', AccountPerson, ({ verifiedAt }) => verifiedAt, signing, transactions);
    rows.add(this);
  }

  protected override problemOf(row: AccountPerson): Pick<SignedRow, 'broken' | 'unsigned'> {
    return writtenOnce(this.signing, row);
  }
}

import { Injectable } from '@nestjs/common';
import { RowMacs } from '../../../platform/signed-rows/row-macs';
import { RowSigning } from '../../../platform/signed-rows/row-signing';
import type { AccountPerson, Person } from '../person.entity';

/** Whose an account is, and since when. */
@Injectable()
export class LinkSigning extends RowSigning<AccountPerson> {
  constructor(macs: RowMacs) {
    super(macs, 'account-person', ({ personId, verifiedAt }) => [personId, verifiedAt], 'accountId');
  }
}

/** Which account reaches a person. Their name and number are sealed to the row already. */
@Injectable()
export class PersonSigning extends RowSigning<Person> {
  constructor(macs: RowMacs) {
    super(macs, 'person', ({ firstAccountId }) => [firstAccountId]);
  }
}

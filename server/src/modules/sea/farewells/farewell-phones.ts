import { Injectable } from '@nestjs/common';
import { GivenPhones } from '../../texting/given-phones.port';
import { FarewellsRepository } from './farewells.repository';

const MOST = 50;

/** What somebody left for a farewell they began. */
@Injectable()
export class FarewellPhones extends GivenPhones {
  constructor(private readonly farewells: FarewellsRepository) {
    super();
  }

  async of(accountId: string): Promise<readonly string[]> {
    const theirs = await this.farewells.list({ accountId }, { limit: MOST });
    return theirs.flatMap(({ row, content: { contact } }) =>
      row.accountId === accountId && contact?.phone ? [contact.phone] : [],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { GivenPhones } from '../texting/given-phones.port';
import { WaitingRepository } from './waiting.repository';

const MOST = 100;

/** What somebody left to be told that it is their turn. */
@Injectable()
export class WaitingPhones extends GivenPhones {
  constructor(private readonly waiting: WaitingRepository) {
    super();
  }

  async of(accountId: string): Promise<readonly string[]> {
    const theirs = await this.waiting.ofAccount(accountId, { limit: MOST });
    return theirs.flatMap(({ told: { phone } }) => (phone === undefined ? [] : [phone]));
  }
}

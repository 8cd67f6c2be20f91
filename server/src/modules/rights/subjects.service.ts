import { Injectable } from '@nestjs/common';
import { People } from '../identity/people.port';
import type { Subject } from './owned-rows';

/** Who an account is to the catalogue. Reads the tie alone: nobody's name is opened for it. */
@Injectable()
export class Subjects {
  constructor(private readonly people: People) {}

  /** The person only where this account reaches them. */
  async of(accountId: string): Promise<Subject> {
    const personId = await this.people.reachedBy(accountId);
    return personId === undefined ? { accountId } : { accountId, personId };
  }
}

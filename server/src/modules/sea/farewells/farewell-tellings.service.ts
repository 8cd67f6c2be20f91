import { Injectable } from '@nestjs/common';
import { People } from '../../identity/people.port';
import { Notices, type NoticeTopic } from '../../notices/notices.port';
import type { OpenedFarewell } from './farewells.repository';

/** Tells one of the family, on each phone they are known on. Who has none is called: `Farewells.contested`, `unplaced`. */
@Injectable()
export class FarewellTellings {
  constructor(
    private readonly notices: Notices,
    private readonly people: People,
  ) {}

  async applicant({ row: { id, accountId, personId } }: OpenedFarewell, topic: NoticeTopic): Promise<void> {
    const accounts = accountId !== null ? [accountId] : personId === null ? [] : await this.people.accountsOf(personId);
    for (const each of accounts) await this.one(each, id, topic);
  }

  async one(accountId: string | null, id: string, topic: NoticeTopic): Promise<void> {
    if (accountId !== null) await this.notices.post({ accountId, topic, about: { kind: 'farewell', id } });
  }
}

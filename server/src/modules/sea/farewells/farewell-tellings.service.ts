import { Injectable } from '@nestjs/common';
import { People } from '../../identity/people.port';
import { Notices, type NoticeTopic } from '../../notices/notices.port';
import type { OpenedFarewell } from './farewells.repository';

/** Tells one of the family, on the phone it can be opened on. Who has none is called: `Farewells.contested`, `unplaced`. */
@Injectable()
export class FarewellTellings {
  constructor(
    private readonly notices: Notices,
    private readonly people: People,
  ) {}

  async applicant({ row: { id, accountId, personId } }: OpenedFarewell, topic: NoticeTopic): Promise<void> {
    const first = accountId === null && personId !== null ? await this.people.firstOf(personId) : undefined;
    await this.one(accountId ?? first ?? null, id, topic);
  }

  async one(accountId: string | null, id: string, topic: NoticeTopic): Promise<void> {
    if (accountId !== null) await this.notices.post({ accountId, topic, about: { kind: 'farewell', id } });
  }
}

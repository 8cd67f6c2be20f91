import { Injectable } from '@nestjs/common';
import { Notices, type NoticeTopic } from '../../notices/notices.port';
import type { OpenedFarewell } from './farewells.repository';

/** Tells one of the family, where they began it or confirmed themself first. Who has no phone here is called: `Farewells.contested`, `unplaced`. */
@Injectable()
export class FarewellTellings {
  constructor(private readonly notices: Notices) {}

  async applicant({ row: { id, accountId } }: OpenedFarewell, topic: NoticeTopic): Promise<void> {
    await this.one(accountId, id, topic);
  }

  async one(accountId: string | null, id: string, topic: NoticeTopic): Promise<void> {
    if (accountId !== null) await this.notices.post({ accountId, topic, about: { kind: 'farewell', id } });
  }
}

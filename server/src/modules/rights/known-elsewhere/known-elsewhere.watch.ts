import { Injectable } from '@nestjs/common';
import { People } from '../../identity/people.port';
import { PeopleWatch } from '../../identity/people-watch.port';
import { Notices } from '../../notices/notices.port';

/**
 * Who knows somebody's name and number can be taken for them on a phone of their own (there is no face gate); so the
 * person hears of it wherever else they are known, and can say that it was not them.
 */
@Injectable()
export class KnownElsewhere extends PeopleWatch {
  constructor(
    private readonly people: People,
    private readonly notices: Notices,
  ) {
    super();
  }

  async knownOn(accountId: string, personId: string): Promise<void> {
    for (const other of await this.people.accountsOf(personId)) {
      if (other === accountId) continue;
      const about = { kind: 'known-elsewhere', id: other } as const;
      await this.notices.post({ accountId: other, topic: 'known-elsewhere', about });
    }
  }
}

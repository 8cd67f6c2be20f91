import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../platform/database/transactions';
import { People, type VerifiedPerson } from '../../identity/people.port';
import type { Asking } from './asking.entity';
import { AskingsRepository } from './askings.repository';
import { DeclinesRepository } from './declines.repository';
import type { Invitation } from './invitation.entity';
import { partnerWords } from './partner-words';

/** Who opened a link, under which name, and what they said no to. For their own eyes alone. */
@Injectable()
export class AnsweringPeople {
  constructor(
    private readonly people: People,
    private readonly askings: AskingsRepository,
    private readonly declines: DeclinesRepository,
    private readonly transactions: Transactions,
  ) {}

  /** @throws Problem 403 `identity.required`, `consent.required` */
  named(accountId: string): Promise<VerifiedPerson> {
    return this.people.acting(accountId, partnerWords.problems.realName);
  }

  opened(link: Invitation, accountId: string): Promise<void> {
    return this.transactions.run(() => this.askings.opened(link, accountId));
  }

  hasDeclined(asking: Asking, accountId: string): Promise<boolean> {
    return this.declines.has(asking, accountId);
  }

  decline(asking: Asking, accountId: string): Promise<void> {
    return this.declines.add(asking, accountId);
  }
}

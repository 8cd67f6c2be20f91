import type { VerificationView } from '@jinmen/shared/residents/views';
import { Injectable } from '@nestjs/common';
import { Identity, type IdentityAnswer } from '../../bureaus/identity/identity.port';
import { Clock } from '../../platform/clock';
import { pastDuplicates } from '../../platform/database/past-duplicates';
import { Transactions } from '../../platform/database/transactions';
import { Problem } from '../../platform/http/problem';
import { Consents } from '../consents/consents.port';
import { untilFloor } from './answer-floor';
import { IdentityLimits, type TakenTry } from './identity-limits';
import { tooManyChecks } from './identity-problems';
import { IdentityRecords } from './identity-records.service';
import { identityWords } from './identity-words';
import { NAME_PURPOSE } from './name-purpose';
import { PeopleService } from './people.service';
import { readIdentity, type TypedIdentity } from './typed-identity';

/** From a typed name and number to a confirmed person. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly identity: Identity,
    private readonly consents: Consents,
    private readonly people: PeopleService,
    private readonly limits: IdentityLimits,
    private readonly records: IdentityRecords,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks the bureau, at most five times a day for an account and ten times for one person by all accounts.
   * @throws Problem 400 with words at the field; 403 `consent.required`; 409 `identity.other-person`; 429
   * `identity.too-many`, the same for both limits.
   */
  async verify(accountId: string, typed: TypedIdentity): Promise<VerificationView> {
    const asked = readIdentity(typed, this.clock.today());
    await this.consents.require(accountId, NAME_PURPOSE);
    if (await this.isAlready(accountId, asked)) return { outcome: 'verified' };
    if (!this.identity.connected) return { outcome: 'later', words: identityWords.notConnected };
    const taken = await this.limits.take(accountId, asked.idNumber);
    if (taken === undefined) throw tooManyChecks(this.clock.now());
    const began = performance.now();
    const answer = await this.identity.verify(asked.name, asked.idNumber);
    await this.settle(taken, asked, answer);
    if (answer.kind === 'confirmed') return { outcome: 'verified' };
    if (answer.kind === 'unavailable') return { outcome: 'later', words: identityWords.later };
    await untilFloor(began);
    return { outcome: 'not-confirmed', words: identityWords.notConfirmed };
  }

  /** @throws Problem 409 when somebody else is confirmed on this account. */
  private async isAlready(accountId: string, { name, idNumber }: TypedIdentity): Promise<boolean> {
    const person = await this.people.findOf(accountId);
    if (person === undefined) return false;
    if (person.idNumber === idNumber && person.name === name) return true;
    throw new Problem(409, 'identity.other-person', identityWords.otherPerson);
  }

  private async settle(taken: TakenTry, asked: TypedIdentity, answer: IdentityAnswer): Promise<void> {
    let isFirst = true;
    // the person from another phone, and the link from a second tap on this one, may be there a moment before us
    await pastDuplicates(2, async () => {
      if (!isFirst && (await this.isAlready(taken.account, asked))) return;
      isFirst = false;
      await this.transactions.run(() => this.settleOnce(taken, asked, answer));
    });
  }

  private async settleOnce(taken: TakenTry, asked: TypedIdentity, answer: IdentityAnswer): Promise<void> {
    const accountId = taken.account;
    if (answer.kind === 'unavailable') await this.limits.giveBack(taken);
    if (answer.kind === 'confirmed') {
      // taken back while the bureau was asked
      await this.consents.require(accountId, NAME_PURPOSE);
      await this.people.link(accountId, asked.name, asked.idNumber);
    }
    await this.records.answered(accountId, answer);
  }
}

import type { SigningWay } from '@jinmen/shared/applications/adults';
import { Injectable } from '@nestjs/common';
import { People, realNameRequired, type VerifiedPerson } from '../../identity/people.port';
import { Accounts } from '../../sessions/accounts.port';
import { adultProblems } from './adult-problems';
import { adultWords } from './adult-words';
import { Signers } from './signers.service';

/** Whose word a signature is by the phone it came from (ADR 0055). */
@Injectable()
export class OwnPhones {
  constructor(
    private readonly people: People,
    private readonly signers: Signers,
    private readonly accounts: Accounts,
  ) {}

  /** Whether they can be reached on a phone of their own, and so sign there. An account on a lent phone is none. */
  async has(idNumber: string): Promise<boolean> {
    return (await this.of(idNumber)) !== undefined;
  }

  /** Who confirmed themself on this account, and how they sign by it. @throws Problem 403 as `People.acting`, and `wayOf` */
  async signing(accountId: string): Promise<{ readonly person: VerifiedPerson; readonly way: SigningWay }> {
    const person = await this.people.acting(accountId, adultWords.problems.realName);
    return { person, way: await this.wayOf(accountId, person.idNumber) };
  }

  /** Who confirmed themself on this account. @throws Problem 403 `identity.required` */
  async known(accountId: string): Promise<VerifiedPerson> {
    const person = await this.people.findOf(accountId);
    if (!person) throw realNameRequired(adultWords.problems.realName);
    return person;
  }

  /**
   * How somebody who confirmed this number on this account signs by it: on a lent phone it is another's.
   * @throws Problem 403 `signature-link.other-phone` where the account that reaches them is another one: who knows a name and
   * a number can confirm them on a phone of their own (security.md T7).
   */
  async wayOf(accountId: string, idNumber: string): Promise<SigningWay> {
    const own = await this.of(idNumber);
    if (own !== undefined && own !== accountId) throw adultProblems.otherPhone();
    return (await this.isLent(accountId)) ? 'this-phone' : 'own-phone';
  }

  private async of(idNumber: string): Promise<string | undefined> {
    const [first] = await this.signers.accountsOf(idNumber);
    return first === undefined || (await this.isLent(first)) ? undefined : first;
  }

  private async isLent(accountId: string): Promise<boolean> {
    return (await this.accounts.lentOf([accountId])).has(accountId);
  }
}

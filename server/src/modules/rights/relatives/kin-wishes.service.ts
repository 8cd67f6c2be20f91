import type { KinWishView } from '@jinmen/shared/residents/relatives';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock';
import { pastDuplicates } from '../../../platform/database/past-duplicates';
import { Transactions } from '../../../platform/database/transactions';
import { Problem } from '../../../platform/http/problem';
import { People } from '../../identity/people.port';
import { KinWish } from './kin-wish.entity';
import { relativesWords as words } from './relatives-words';

/** What somebody said about their own data for the time after their death. */
@Injectable()
export class KinWishes {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: People,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async of(accountId: string): Promise<KinWishView> {
    const person = await this.people.reaching(accountId);
    if (!person) return { withheld: false, sayable: false };
    return { withheld: await this.isWithheld(person.personId), sayable: true };
  }

  /**
   * @throws Problem 403 `identity.required`, `consent.required`; 409 `kin-wish.elsewhere` where their name was confirmed on
   * another account before: who knows a name and a number is not to speak for the time after somebody's death.
   */
  say(accountId: string, withheld: boolean): Promise<KinWishView> {
    return pastDuplicates(1, () => this.transactions.run(() => this.write(accountId, withheld)));
  }

  isWithheld(personId: string): Promise<boolean> {
    return this.transactions.manager.existsBy(KinWish, { personId });
  }

  private async write(accountId: string, withheld: boolean): Promise<KinWishView> {
    const { personId } = await this.people.acting(accountId, words.realName);
    if ((await this.people.firstOf(personId)) !== accountId)
      throw new Problem(409, 'kin-wish.elsewhere', words.elsewhere);
    const view = { withheld, sayable: true };
    if ((await this.isWithheld(personId)) === withheld) return view;
    const { manager } = this.transactions;
    if (withheld) await manager.insert(KinWish, { personId, at: this.clock.now() });
    else await manager.delete(KinWish, { personId });
    const actor = { kind: 'resident', id: accountId } as const;
    await this.audit.record({ action: 'kin-wish.said', actor, person: personId, facts: { withheld } });
    return view;
  }
}

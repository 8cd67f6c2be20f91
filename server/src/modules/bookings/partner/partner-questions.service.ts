import { Injectable } from '@nestjs/common';
import { Identity, type IdentityAnswer } from '../../../bureaus/identity/identity.port';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { type AskedPerson, IdentityChecks } from '../../identity/identity-checks.port';
import { Disclosures } from '../../rights/disclosures/disclosures.port';

/** The question to the identity bureau whether a name typed on somebody else's phone belongs to its number. */
@Injectable()
export class PartnerQuestions {
  constructor(
    private readonly identity: Identity,
    private readonly checks: IdentityChecks,
    private readonly audit: Audit,
    private readonly disclosures: Disclosures,
    private readonly transactions: Transactions,
  ) {}

  get canAsk(): boolean {
    return this.identity.connected;
  }

  read(typed: { readonly name: string; readonly idNumber: string }): AskedPerson {
    return this.checks.read(typed);
  }

  /** A question about this number, whoever answers it. @throws Problem 429 `identity.too-many` */
  count(accountId: string, idNumber: string): Promise<void> {
    return this.transactions.run(() => this.checks.count(accountId, idNumber));
  }

  /** Counted like a question about oneself, outside any transaction. @throws Problem 429 `identity.too-many` */
  async ask(accountId: string, bookingId: string, { name, idNumber }: AskedPerson): Promise<IdentityAnswer['kind']> {
    await this.count(accountId, idNumber);
    const answer = await this.identity.verify(name, idNumber);
    const because = answer.kind === 'not-confirmed' ? { because: answer.because } : {};
    await this.transactions.run(async () => {
      if (answer.kind !== 'unavailable')
        await this.disclosures.asked({ topic: 'identity.partner-asked', accountId, object: bookingId });
      await this.audit.record({
        action: 'booking.partner-checked',
        actor: { kind: 'resident', id: accountId },
        object: `booking:${bookingId}`,
        facts: { outcome: answer.kind, ...because },
      });
    });
    return answer.kind;
  }

  /** A no is never told sooner for one reason than for another. */
  untilFloor(began: number): Promise<void> {
    return this.checks.untilFloor(began);
  }
}

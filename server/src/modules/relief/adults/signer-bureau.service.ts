import type { Adult } from '@jinmen/shared/applications/adults';
import { Injectable } from '@nestjs/common';
import { Identity, type IdentityAnswer } from '../../../bureaus/identity/identity.port';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { IdentityChecks } from '../../identity/identity-checks.port';
import { Disclosures } from '../../rights/disclosures/disclosures.port';

/** The question to the identity bureau whether there is such a person as would sign on somebody else's phone. */
@Injectable()
export class SignerBureau {
  constructor(
    private readonly identity: Identity,
    private readonly checks: IdentityChecks,
    private readonly disclosures: Disclosures,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /**
   * Counted like a question about oneself, outside any transaction. Why not is for the audit alone.
   * @throws Problem 400 at name and number; 429 `identity.too-many`.
   */
  async ask(accountId: string, applicationId: string, adult: Adult): Promise<IdentityAnswer['kind']> {
    if (!this.identity.connected) return 'unavailable';
    const { name, idNumber } = this.checks.read(adult);
    await this.transactions.run(() => this.checks.count(accountId, idNumber));
    const answer = await this.identity.verify(name, idNumber);
    await this.transactions.run(() => this.keep(accountId, applicationId, adult, answer));
    return answer.kind;
  }

  /** A no is never told sooner for one reason than for another. */
  untilFloor(began: number): Promise<void> {
    return this.checks.untilFloor(began);
  }

  private async keep(accountId: string, id: string, { member }: Adult, answer: IdentityAnswer): Promise<void> {
    if (answer.kind !== 'unavailable') {
      await this.disclosures.asked({ topic: 'identity.signer-asked', accountId, object: id });
    }
    await this.audit.record({
      action: 'means-check.signer-checked',
      actor: { kind: 'resident', id: accountId },
      object: `relief-application:${id}`,
      facts: { member, outcome: answer.kind, ...(answer.kind === 'not-confirmed' && { because: answer.because }) },
    });
  }
}

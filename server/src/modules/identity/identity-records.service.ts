import { Injectable } from '@nestjs/common';
import type { IdentityAnswer } from '../../bureaus/identity/identity.port';
import { Audit } from '../../platform/audit/audit';
import { Disclosures } from '../rights/disclosures/disclosures.port';

/** Puts on record that the bureau was asked about somebody, and that it got their name and number. */
@Injectable()
export class IdentityRecords {
  constructor(
    private readonly audit: Audit,
    private readonly disclosures: Disclosures,
  ) {}

  /** In the transaction of what the answer means. */
  async answered(accountId: string, answer: IdentityAnswer): Promise<void> {
    const because = answer.kind === 'not-confirmed' ? { because: answer.because } : {};
    if (answer.kind !== 'unavailable')
      await this.disclosures.asked({ topic: 'identity.person-asked', accountId, object: accountId });
    await this.audit.record({
      action: 'identity.checked',
      actor: { kind: 'resident', id: accountId },
      person: accountId,
      facts: { outcome: answer.kind, ...because },
    });
  }
}

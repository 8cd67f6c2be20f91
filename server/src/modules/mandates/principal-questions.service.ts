import { Injectable } from '@nestjs/common';
import { Identity } from '../../bureaus/identity/identity.port';
import { Outbox } from '../../platform/outbox/outbox';
import { IdentityChecks } from '../identity/identity-checks.port';
import type { MandateRow } from './mandate.entity';

/** The question to the identity bureau whether name and number belong together, as a message. */
@Injectable()
export class PrincipalQuestions {
  constructor(
    private readonly identity: Identity,
    private readonly checks: IdentityChecks,
    private readonly outbox: Outbox,
  ) {}

  get canAsk(): boolean {
    return this.identity.connected;
  }

  /** Counted like a question about oneself; the answer comes by `PrincipalAsked`. */
  async ask({ id, helperAccountId }: MandateRow, idNumber: string): Promise<void> {
    await this.checks.count(helperAccountId, idNumber);
    const payload = { mandateId: id };
    await this.outbox.append({ topic: 'identity.principal-asked', bureau: 'identity', order: id, payload });
  }
}

import { Injectable } from '@nestjs/common';
import { Identity } from '../../bureaus/identity/identity.port';
import { Outbox } from '../../platform/outbox/outbox';
import { IdentityChecks } from '../identity/identity-checks.port';
import type { Dependant } from './dependant.entity';

/** The question to the household register, as a message. */
@Injectable()
export class KinshipQuestions {
  constructor(
    private readonly identity: Identity,
    private readonly checks: IdentityChecks,
    private readonly outbox: Outbox,
  ) {}

  get canAsk(): boolean {
    return this.identity.connected;
  }

  /** Counted like a question about oneself; the answer comes by `KinshipAsked`. */
  async ask({ id, accountId }: Dependant, idNumber: string): Promise<void> {
    await this.checks.count(accountId, idNumber);
    const payload = { dependantId: id };
    await this.outbox.append({ topic: 'identity.kinship-asked', bureau: 'identity', order: id, payload });
  }
}

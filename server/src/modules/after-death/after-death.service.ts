import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { Transactions } from '../../platform/database/transactions';
import { Jobs } from '../../platform/jobs/jobs';
import { People } from '../identity/people.port';
import { AFTER_DEATH_JOB } from './after-death.job';
import { DeathsVerified, type VerifiedDeath } from './after-death.port';
import { DeathRegister } from './death-register.service';

@Injectable()
export class AfterDeath extends DeathsVerified {
  constructor(
    private readonly register: DeathRegister,
    private readonly people: People,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {
    super();
  }

  /** A number whose name is another's belongs to somebody alive: a slip at the register stops nobody's matters. */
  async verified(word: VerifiedDeath): Promise<boolean> {
    const person = await this.people.findByIdNumber(word.person.idNumber);
    if (!person || person.name !== word.person.name.trim()) return false;
    const { personId } = person;
    if (await this.register.stands(personId)) return true;
    const id = await this.register.add(personId, word);
    if (id === undefined) return true;
    const actor = { kind: 'bureau', id: 'funeral-affairs' } as const;
    await this.audit.record({
      action: 'after-death.verified',
      actor,
      person: personId,
      object: `verified-death:${id}`,
    });
    this.followAfterCommit();
    return true;
  }

  /** `false` for one that does not stand. Inside the caller's transaction. */
  async withdraw(id: string, staffId: string, reason: string): Promise<boolean> {
    const death = await this.register.findForUpdate(id);
    if (!death || death.standing === null) return false;
    await this.register.withdraw(id, reason);
    const actor = { kind: 'staff', id: staffId } as const;
    const object = `verified-death:${id}`;
    await this.audit.record({ action: 'after-death.withdrawn', actor, person: death.personId, object, reason });
    this.followAfterCommit();
    return true;
  }

  private followAfterCommit(): void {
    this.transactions.afterCommit(() => void this.jobs.wake(AFTER_DEATH_JOB));
  }
}

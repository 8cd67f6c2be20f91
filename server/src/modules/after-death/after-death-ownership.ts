import { Injectable } from '@nestjs/common';
import type { Resident } from '../../platform/auth/current';
import { OwnershipCheck } from '../../platform/http/owned';
import { People } from '../identity/people.port';
import { DeathRegister } from './death-register.service';

/** What was stopped by mistake is for the person it was about, once it was taken back. */
@Injectable()
export class AfterDeathOwnership extends OwnershipCheck {
  readonly kind = 'after-death';

  constructor(
    private readonly register: DeathRegister,
    private readonly people: People,
  ) {
    super();
  }

  async owns({ accountId }: Resident, id: string): Promise<boolean> {
    const death = await this.register.find(id);
    if (!death || death.standing !== null) return false;
    return (await this.people.reaching(accountId))?.personId === death.personId;
  }
}

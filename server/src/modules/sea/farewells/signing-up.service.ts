import { signUpProblems } from '@jinmen/shared/services/sea-scattering/open-points';
import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock';
import { problems } from '../../../platform/http/problem';
import { DeceasedNaming } from './deceased-naming.service';
import { FarewellPeople } from './farewell-people.service';
import { farewellProblems } from './farewell-problems';
import { FarewellRoles } from './farewell-roles.service';
import { FarewellViews } from './farewell-views.service';
import { FarewellsRepository } from './farewells.repository';

/** Little is required: a confirmed name, and a telephone to be called at. Everything else can be said later. */
@Injectable()
export class SigningUp {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly roles: FarewellRoles,
    private readonly views: FarewellViews,
    private readonly people: FarewellPeople,
    private readonly naming: DeceasedNaming,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Inside the transaction of its idempotency key.
   * @param notTheSame another of this name died the same day.
   * @throws Problem 403 `identity.required`, `consent.required`; 400 where a telephone is missing; 409 `farewell.family-already` with
   * `family`, `farewell.yours-already` with `farewell`, `farewell.not-now`, `farewell.applicant-only`; 404
   */
  async signUp(accountId: string, id: string, notTheSame = false): Promise<FarewellView> {
    const { opened } = await this.roles.lockedForApplicant(accountId, id);
    if (opened.row.state === 'signed-up') return this.views.viewOf(opened, accountId);
    if (opened.row.state !== 'draft') throw farewellProblems.notNow();
    const { personId } = await this.people.acting(accountId);
    const missing = signUpProblems(opened.content);
    if (missing.length > 0) throw problems.invalid(missing);
    await this.naming.claim(opened, { accountId, personId }, notTheSame);
    const change = { state: 'signed-up', personId, signedUpAt: this.clock.now() } as const;
    const signed = await this.farewells.write(opened, change);
    await this.farewells.addStep(id, 'signed-up');
    const actor = { kind: 'resident', id: accountId } as const;
    await this.audit.record({ action: 'farewell.signed-up', actor, object: `farewell:${id}` });
    return this.views.viewOf(signed, accountId);
  }
}

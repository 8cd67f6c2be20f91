import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { problems } from '../../../platform/http/problem';
import { FamilyRepository } from './family.repository';
import { FarewellRoles } from './farewell-roles.service';
import { FarewellTellings } from './farewell-tellings.service';
import { FarewellViews } from './farewell-views.service';
import { FarewellsRepository } from './farewells.repository';

/**
 * What the one who signed up takes back: links nobody has used, and a relative who is not to be part of it. Each inside the
 * transaction of its idempotency key; whoever repeats it changes nothing.
 */
@Injectable()
export class TakingOut {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly family: FamilyRepository,
    private readonly roles: FarewellRoles,
    private readonly views: FarewellViews,
    private readonly tellings: FarewellTellings,
    private readonly audit: Audit,
  ) {}

  /** All that are out: which of them went to whom, nobody knows here. @throws Problem 404; 409 `farewell.applicant-only` */
  async links(accountId: string, id: string): Promise<FarewellView> {
    const { opened } = await this.roles.lockedForApplicant(accountId, id);
    await this.family.endLinks(id);
    await this.record('links-ended', accountId, id);
    return this.views.viewOf(opened, accountId);
  }

  /**
   * They read nothing of it any more and what they thought of the plan stops nobody; a person calls (`Farewells.contested`),
   * for it may have been one of the family. @throws Problem 404; 409 `farewell.applicant-only`
   */
  async relative(accountId: string, id: string, kinId: string): Promise<FarewellView> {
    const { opened } = await this.roles.lockedForApplicant(accountId, id);
    const kin = await this.family.find(id, { id: kinId });
    if (!kin) throw problems.notFound();
    if (kin.row.state === 'not-now') return this.views.viewOf(opened, accountId);
    await this.family.change(kin, 'not-now', { relation: kin.said.relation });
    await this.farewells.addStep(id, 'kin-out');
    await this.tellings.one(kin.row.accountId, id, 'farewell-relative-out');
    await this.record('kin-out', accountId, id);
    return this.views.viewOf(opened, accountId);
  }

  private record(act: string, accountId: string, id: string): Promise<void> {
    const actor = { kind: 'resident', id: accountId } as const;
    return this.audit.record({ action: `farewell.${act}`, actor, object: `farewell:${id}` });
  }
}

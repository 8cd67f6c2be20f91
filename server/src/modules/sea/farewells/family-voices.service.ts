import type { SpeakOnFarewellDto } from '@jinmen/shared/dto/farewell.dto';
import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { FamilyRepository } from './family.repository';
import { farewellProblems } from './farewell-problems';
import { FarewellRoles } from './farewell-roles.service';
import { FarewellTellings } from './farewell-tellings.service';
import { FarewellViews } from './farewell-views.service';
import { FarewellsRepository } from './farewells.repository';

/**
 * What the others of a family think of the plan. Who differs stops nothing that stands: the place is kept; but no voyage is
 * chosen for them meanwhile, and a person calls.
 */
@Injectable()
export class FamilyVoices {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly family: FamilyRepository,
    private readonly roles: FarewellRoles,
    private readonly views: FarewellViews,
    private readonly tellings: FarewellTellings,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** Said again it stays as it is. @throws Problem 409 `farewell.kin-only`, `farewell.not-now`; 404 */
  speak(accountId: string, id: string, { state, words }: SpeakOnFarewellDto): Promise<FarewellView> {
    return this.transactions.run(async () => {
      const { opened, role } = await this.roles.locked(accountId, id);
      if (role.you !== 'kin') throw farewellProblems.kinOnly();
      if (opened.row.state !== 'signed-up') throw farewellProblems.notNow();
      const { row, said } = role.kin;
      const told = words === undefined || words.trim() === '' ? {} : { words: words.trim() };
      if (row.state === state && said.words === told.words) return this.views.viewOf(opened, accountId);
      await this.family.change(role.kin, state, { relation: said.relation, ...told }, accountId);
      if (row.state !== state) await this.farewells.addStep(id, state === 'agrees' ? 'kin-agrees' : 'kin-differs');
      await this.tellings.applicant(opened, 'farewell-relative-spoke');
      const actor = { kind: 'resident', id: accountId } as const;
      await this.audit.record({ action: `farewell.kin-${state}`, actor, object: `farewell:${id}` });
      return this.views.viewOf(opened, accountId);
    });
  }
}

import { EMPTY_FAREWELL, type FarewellContent } from '@jinmen/shared/services/sea-scattering/content';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { problems } from '../../../platform/http/problem';
import { People } from '../../identity/people.port';
import { deceasedKeys } from './deceased-claims';
import { FamilyRepository, type OpenedKin } from './family.repository';
import { FamilyDesk, type UnsettledRelatives } from './family-desk.port';
import { FamilyLooks } from './family-looks.service';
import { farewellProblems } from './farewell-problems';
import { FarewellsRepository, type OpenedFarewell } from './farewells.repository';
import { HandingOver } from './handing-over.service';

@Injectable()
export class FamilyDeskService extends FamilyDesk {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly family: FamilyRepository,
    private readonly people: People,
    private readonly handing: HandingOver,
    private readonly looks: FamilyLooks,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {
    super();
  }

  list(staffId: string): Promise<UnsettledRelatives> {
    return this.looks.list(staffId);
  }

  propose(staffId: string, kin: string, reason: string): Promise<void> {
    return this.onRecord('farewell.hand-over-proposed', { staffId, kin, reason }, async ({ row }) => {
      await this.family.markHanding(row.id, staffId);
    });
  }

  handOver(staffId: string, kin: string, reason: string): Promise<void> {
    return this.onRecord('farewell.hand-over-agreed', { staffId, kin, reason }, async ({ row }, opened) => {
      if (row.handingBy === null) throw farewellProblems.handFirst();
      if (row.handingBy === staffId) throw farewellProblems.handSame();
      const accountId = (await this.people.firstOf(row.personId)) ?? row.accountId;
      const content = await this.contentFor(opened, accountId);
      const heir = { personId: row.personId, accountId, content };
      await this.handing.to(opened, heir, { kind: 'staff', id: staffId }, reason);
    });
  }

  leave(staffId: string, kin: string, reason: string): Promise<void> {
    return this.onRecord('farewell.left-as-it-is', { staffId, kin, reason }, async (found) => {
      if (found.row.state === 'not-now') await this.family.remove(found);
      else await this.family.markHanding(found.row.id, null);
    });
  }

  /** With the farewell locked, and whoever is of the family kept from it. */
  private onRecord(
    action: string,
    { staffId, kin, reason }: { readonly staffId: string; readonly kin: string; readonly reason: string },
    work: (kin: OpenedKin, opened: OpenedFarewell) => Promise<void>,
  ): Promise<void> {
    return this.transactions.run(async () => {
      const before = await this.family.findAnywhere(kin);
      if (!before) throw problems.notFound();
      const opened = await this.handing.lock(before.row.farewellId);
      const found = await this.family.find(opened.row.id, { id: kin });
      if (!found) throw problems.notFound();
      const about = { person: found.row.personId, object: `farewell:${opened.row.id}` };
      await this.audit.record({ action, actor: { kind: 'staff', id: staffId }, ...about, reason });
      await work(found, opened);
    });
  }

  /** What the relative typed in a draft of their own, else no more than who died. */
  private async contentFor({ content }: OpenedFarewell, accountId: string | null): Promise<FarewellContent> {
    const keys = Object.values(deceasedKeys(content.deceased));
    const drafts = accountId === null ? [] : await this.farewells.draftsOf(accountId);
    const own = drafts.find((draft) => Object.values(deceasedKeys(draft.content.deceased)).some(isAmong(keys)));
    const deceased = { ...content.deceased, ...own?.content.deceased };
    return { ...EMPTY_FAREWELL, ...own?.content, deceased };
  }
}

function isAmong(keys: readonly string[]) {
  return (key: string) => keys.includes(key);
}

import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { StaffDuty } from '../../../platform/audit/staff-duty.port';
import { Transactions } from '../../../platform/database/transactions';
import { problems } from '../../../platform/http/problem';
import { FamilyRepository, type OpenedKin } from './family.repository';
import { FamilyDesk, type UnsettledRelatives } from './family-desk.port';
import { FamilyLooks } from './family-looks.service';
import { farewellProblems } from './farewell-problems';
import type { OpenedFarewell } from './farewells.repository';
import { HandingOver } from './handing-over.service';
import { Heirs } from './heirs.service';

@Injectable()
export class FamilyDeskService extends FamilyDesk {
  constructor(
    private readonly family: FamilyRepository,
    private readonly heirs: Heirs,
    private readonly handing: HandingOver,
    private readonly looks: FamilyLooks,
    private readonly duties: StaffDuty,
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
      const marks = await this.marksOf(staffId);
      await this.family.markHanding(row.id, staffId, marks.length === 0 ? null : marks.join(' '));
    });
  }

  handOver(staffId: string, kin: string, reason: string): Promise<void> {
    return this.onRecord('farewell.hand-over-agreed', { staffId, kin, reason }, async ({ row }, opened) => {
      if (row.handingBy === null) throw farewellProblems.handFirst();
      if (await this.isWhoProposed(staffId, row)) throw farewellProblems.handSame();
      await this.handing.to(opened, await this.heirs.of(opened, row), { kind: 'staff', id: staffId }, reason);
    });
  }

  leave(staffId: string, kin: string, reason: string): Promise<void> {
    return this.onRecord('farewell.left-as-it-is', { staffId, kin, reason }, async (found) => {
      if (found.row.state === 'not-now') await this.family.remove(found);
      else await this.family.markHanding(found.row.id, null);
    });
  }

  /** Under another work number of theirs too: four eyes are two people's (ADR 0052). */
  private async isWhoProposed(staffId: string, { handingBy, handingMarks }: OpenedKin['row']): Promise<boolean> {
    if (handingBy === staffId) return true;
    const before = (handingMarks ?? '').split(' ');
    return (await this.marksOf(staffId)).some((mark) => before.includes(mark));
  }

  private async marksOf(staffId: string): Promise<readonly string[]> {
    return (await this.duties.marksOf(staffId)).map(({ keyId, digest }) => `${keyId}:${digest}`);
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
}

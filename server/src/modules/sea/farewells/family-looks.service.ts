import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { StaffApart } from '../../../platform/audit/staff-apart.port';
import { Transactions } from '../../../platform/database/transactions';
import { maskedName, maskedPhone } from '../../../platform/masking';
import { People } from '../../identity/people.port';
import { FamilyRepository, type OpenedKin } from './family.repository';
import type { UnsettledRelative, UnsettledRelatives } from './family-desk.port';
import { FarewellPeople } from './farewell-people.service';
import { FarewellsRepository, type OpenedFarewell } from './farewells.repository';

const MOST_SHOWN = 200;

/** Families that are not of one mind, as a colleague reads them; see `FamilyDesk`. */
@Injectable()
export class FamilyLooks {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly family: FamilyRepository,
    private readonly named: FarewellPeople,
    private readonly people: People,
    private readonly apart: StaffApart,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async list(staffId: string): Promise<UnsettledRelatives> {
    const near = await this.apart.accountsNear(staffId);
    const found = await this.family.unsettled(MOST_SHOWN + 1);
    const items: UnsettledRelative[] = [];
    const shown: string[] = [];
    for (const kin of found.slice(0, MOST_SHOWN)) {
      const opened = await this.farewells.get(kin.row.farewellId);
      if (isNear(near, kin.row.accountId) || isNear(near, opened.row.accountId)) continue;
      const item = await this.shown(staffId, kin, opened);
      if (!item) continue;
      items.push(item);
      shown.push(`farewell:${opened.row.id}`);
    }
    const actor = { kind: 'staff', id: staffId } as const;
    await this.transactions.run(() => this.audit.record({ action: 'farewell-relatives.read', actor, shown }));
    return { items, more: found.length > MOST_SHOWN };
  }

  private async shown(
    staffId: string,
    { row, said }: OpenedKin,
    opened: OpenedFarewell,
  ): Promise<UnsettledRelative | undefined> {
    const { number, applicant, phone, deceased, papers, bookingId } = await this.named.toFarewell(opened);
    const relative = await this.people.find(row.personId);
    if (!relative || !applicant) return undefined;
    return {
      id: row.id,
      number,
      ...(deceased.name !== undefined && { deceased: maskedName(deceased.name) }),
      applicant: maskedName(applicant.name),
      ...(phone !== undefined && { phone: maskedPhone(phone) }),
      papersSeen: papers.some(({ how }) => how === 'seen'),
      hasPlace: bookingId !== undefined,
      name: maskedName(relative.name),
      relation: said.relation,
      state: row.state,
      since: row.at.toISOString(),
      ...(row.handingBy !== null &&
        row.handingAt !== null && { handing: { at: row.handingAt.toISOString(), yours: row.handingBy === staffId } }),
    };
  }
}

function isNear(near: ReadonlySet<string>, accountId: string | null): boolean {
  return accountId !== null && near.has(accountId);
}

import { Injectable } from '@nestjs/common';
import { problems } from '../../../platform/http/problem';
import { FamilyRepository, type OpenedKin } from './family.repository';
import { FarewellPeople } from './farewell-people.service';
import { farewellProblems } from './farewell-problems';
import { FarewellsRepository, type OpenedFarewell, type Whose } from './farewells.repository';

/** Who of a family somebody is. */
export type FarewellRole = { readonly you: 'applicant' } | { readonly you: 'kin'; readonly kin: OpenedKin };

/** A farewell nobody else changes now, and who is at the phone. */
export interface Locked {
  readonly opened: OpenedFarewell;
  readonly whose: Whose;
}

/** What each of a family may do: whoever signed up changes the plan, the others say what they think of it. */
@Injectable()
export class FarewellRoles {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly family: FamilyRepository,
    private readonly people: FarewellPeople,
  ) {}

  /** None for a stranger, and for who only asks to be part of it. */
  async of({ row }: OpenedFarewell, whose: Whose): Promise<FarewellRole | undefined> {
    const own = row.accountId === whose.accountId || (row.personId !== null && row.personId === whose.personId);
    if (own) return { you: 'applicant' };
    const kin = await this.family.find(row.id, whose);
    return kin && kin.row.state !== 'asks' && kin.row.state !== 'not-now' ? { you: 'kin', kin } : undefined;
  }

  /** Locked, for what the one who signed up alone may do. @throws Problem 404; 409 `farewell.applicant-only` */
  async lockedForApplicant(accountId: string, id: string): Promise<Locked> {
    const locked = await this.locked(accountId, id);
    if (locked.role.you !== 'applicant') throw farewellProblems.applicantOnly();
    return locked;
  }

  /** @throws Problem 404 for a stranger. */
  async locked(accountId: string, id: string): Promise<Locked & { readonly role: FarewellRole }> {
    const whose = await this.people.whose(accountId);
    const opened = await this.farewells.getForUpdate(id);
    const role = await this.of(opened, whose);
    if (!role) throw problems.notFound();
    return { opened, role, whose };
  }
}

import type { FarewellContent } from '@jinmen/shared/services/sea-scattering/content';
import { Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '../../../platform/audit/audit';
import { Bookings } from '../../bookings/bookings.port';
import { CompanySeats } from './company-seats.service';
import { DeceasedClaims } from './deceased-claims';
import { FamilyRepository } from './family.repository';
import { farewellProblems } from './farewell-problems';
import { FarewellTellings } from './farewell-tellings.service';
import { farewellWords as words } from './farewell-words';
import { FarewellsRepository, type OpenedFarewell } from './farewells.repository';

/** Whose it is from now on, with what they said of it themselves. */
export interface Heir {
  readonly personId: string;
  readonly accountId: string | null;
  readonly content: FarewellContent;
  readonly deskReference?: string;
}

/**
 * Another of the family has it from now on. Of what the one before typed at most who died goes to them, and a place at sea is
 * given up: it is held in the name of whoever booked it. The one before is of those who ask, and the new one answers them.
 */
@Injectable()
export class HandingOver {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly family: FamilyRepository,
    private readonly claims: DeceasedClaims,
    private readonly seats: CompanySeats,
    private readonly bookings: Bookings,
    private readonly tellings: FarewellTellings,
    private readonly audit: Audit,
  ) {}

  /** Nobody else changes it, its family or its place until the open transaction ends. */
  async lock(id: string): Promise<OpenedFarewell> {
    await this.seats.lockPlace(id);
    return this.farewells.getForUpdate(id);
  }

  /** Locked before. @throws Problem 409 `farewell-hand-over.not-now`: it is over, somebody is aboard, another has them. */
  async to({ row }: OpenedFarewell, heir: Heir, actor: AuditEntry['actor'], reason?: string): Promise<OpenedFarewell> {
    if (row.state !== 'signed-up') throw farewellProblems.handNotNow();
    await this.giveUpPlace(row.bookingId);
    await this.exchange(row, heir);
    const { personId, accountId, content, deskReference } = heir;
    if (await this.claims.claim(row.id, content.deceased)) throw farewellProblems.handNotNow();
    const whose = { personId, accountId, ...(deskReference !== undefined && { deskReference }) };
    const handed = await this.farewells.write({ row: (await this.farewells.get(row.id)).row, content }, whose);
    await this.farewells.addStep(row.id, 'handed-over');
    const why = reason === undefined ? {} : { reason };
    await this.audit.record({ action: 'farewell.handed-over', actor, object: `farewell:${row.id}`, ...why });
    await this.tellings.one(row.accountId, row.id, 'farewell-handed-over');
    await this.tellings.one(accountId, row.id, 'farewell-yours-now');
    return handed;
  }

  private async giveUpPlace(bookingId: string | null): Promise<void> {
    if (bookingId === null) return;
    const outcome = await this.bookings.callOff(bookingId, words.handedOver);
    if (outcome !== 'done' && outcome !== 'already') throw farewellProblems.handNotNow();
  }

  private async exchange({ id, ...former }: OpenedFarewell['row'], { personId }: Heir): Promise<void> {
    const heir = await this.family.find(id, { personId });
    if (heir) await this.family.remove(heir);
    if (former.personId === null) return;
    const asks = { personId: former.personId, accountId: former.accountId, state: 'asks' } as const;
    await this.family.add({ farewellId: id, ...asks, said: { relation: words.former } });
  }
}

import type { Deceased, FamilyFound } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import type { Problem } from '../../../platform/http/problem';
import { maskedFamilyName } from '../../../platform/masking';
import { SealBroken } from '../../../platform/sealing/envelope';
import { Sealing } from '../../../platform/sealing/sealing';
import { DeceasedClaims } from './deceased-claims';
import { FarewellPeople } from './farewell-people.service';
import { farewellProblems } from './farewell-problems';
import { FarewellRoles } from './farewell-roles.service';
import { FarewellsRepository, type OpenedFarewell, type Whose } from './farewells.repository';

const GOOD_FOR_MS = 24 * 3_600_000;

/**
 * The second of a family finds the first: by whose family it is, and by a word to ask with that is sealed for their own
 * phone. Neither the farewell's id nor anything it holds is in what they can read.
 */
@Injectable()
export class FamilyFinds {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly roles: FarewellRoles,
    private readonly people: FarewellPeople,
    private readonly claims: DeceasedClaims,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Why somebody cannot sign up a person who is signed up: it is theirs already, or their family's. */
  async problem(farewellId: string, whose: Whose): Promise<Problem> {
    const opened = await this.farewells.get(farewellId);
    if (await this.roles.of(opened, whose)) return farewellProblems.yoursAlready(farewellId);
    return farewellProblems.familyAlready(await this.found(opened, whose));
  }

  /** Of a draft: whether the family of the one who was typed is there already. Told to nobody without a confirmed name. */
  async look(deceased: Deceased, whose: Whose): Promise<FamilyFound | undefined> {
    if (!(await this.people.isNamed(whose.accountId))) return undefined;
    const other = await this.claims.find(deceased);
    const opened = other === undefined ? undefined : await this.farewells.find({ id: other });
    return opened === undefined || (await this.roles.of(opened, whose)) ? undefined : this.found(opened, whose);
  }

  /** Which farewell a word asks about. @throws Problem 409 `farewell.ask-gone`: not for this phone, or too long ago. */
  read(ask: string, { accountId }: Whose): string {
    const now = this.clock.now().getTime();
    try {
      const sealed = Buffer.from(ask, 'base64url');
      const { farewell, until } = this.sealing.openJson<{ farewell: string; until: number }>(
        labelOf(accountId),
        sealed,
      );
      if (until > now) return farewell;
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
    }
    throw farewellProblems.askGone();
  }

  private async found(opened: OpenedFarewell, whose: Whose): Promise<FamilyFound> {
    const { applicant } = await this.people.toFarewell(opened);
    return { name: maskedFamilyName(applicant?.name ?? '*'), ask: this.askFor(opened.row.id, whose) };
  }

  private askFor(farewell: string, { accountId }: Whose): string {
    const until = this.clock.now().getTime() + GOOD_FOR_MS;
    return this.sealing.sealJson(labelOf(accountId), { farewell, until }).toString('base64url');
  }
}

/** Nothing of it is kept: the one who asks carries it. */
function labelOf(accountId: string) {
  return { subject: 'farewell-ask', field: 'farewell', row: accountId };
}

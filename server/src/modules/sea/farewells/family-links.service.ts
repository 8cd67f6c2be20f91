import type { RelativeDto } from '@jinmen/shared/dto/farewell.dto';
import type {
  FarewellInvitationView,
  FarewellView,
  NewFarewellLink,
} from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { Clock, instantOf } from '../../../platform/clock';
import { problems } from '../../../platform/http/problem';
import { maskedFamilyName } from '../../../platform/masking';
import { FamilyRepository } from './family.repository';
import type { FarewellLink } from './farewell-link.entity';
import { FarewellPeople } from './farewell-people.service';
import { farewellProblems } from './farewell-problems';
import { FarewellRoles } from './farewell-roles.service';
import { FarewellTellings } from './farewell-tellings.service';
import { FarewellViews } from './farewell-views.service';
import { FarewellsRepository } from './farewells.repository';

const DAY_MS = 24 * 3_600_000;
/** 示例, 待民政局核定 */
const GOOD_FOR_DAYS = 7;
const MOST_A_DAY = 20;

/** Relatives are invited by a link each, good once. Nothing is asked of them but who they are. */
@Injectable()
export class FamilyLinks {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly family: FamilyRepository,
    private readonly roles: FarewellRoles,
    private readonly views: FarewellViews,
    private readonly named: FarewellPeople,
    private readonly tellings: FarewellTellings,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 `farewell.not-now`, `farewell.applicant-only`; 429 `farewell-invitation.too-many`; 404 */
  async invite(accountId: string, id: string): Promise<NewFarewellLink> {
    const { opened } = await this.roles.lockedForApplicant(accountId, id);
    if (opened.row.state !== 'signed-up') throw farewellProblems.notNow();
    const now = this.clock.now().getTime();
    const sent = await this.family.countLinksSince(id, instantOf(now - DAY_MS));
    if (sent >= MOST_A_DAY) throw farewellProblems.tooManyLinks();
    const until = instantOf(now + GOOD_FOR_DAYS * DAY_MS);
    return { token: await this.family.addLink(id, until), until: until.toISOString() };
  }

  /** Anybody who has the link may look; whom it is about is told to somebody who signed in. @throws Problem 404 */
  async look(token: string, accountId?: string): Promise<FarewellInvitationView> {
    const link = await this.found(token);
    const state = this.stateOf(link);
    if (state !== 'open') return { state };
    const { applicant, deceased } = await this.named.toFarewell(await this.farewells.get(link.farewellId));
    return {
      state,
      ...(applicant && { from: maskedFamilyName(applicant.name) }),
      ...(accountId !== undefined && deceased.name !== undefined && { deceased: deceased.name }),
      until: link.until.toISOString(),
    };
  }

  /**
   * Inside the transaction of its idempotency key. @throws Problem 403 `identity.required`, `consent.required`; 404; 409
   * `farewell-invitation.used`, `…expired`, `…yourself`
   */
  async join(accountId: string, token: string, { relation, words }: RelativeDto): Promise<FarewellView> {
    const { personId } = await this.named.acting(accountId);
    const link = await this.found(token);
    const opened = await this.farewells.getForUpdate(link.farewellId);
    const role = await this.roles.of(opened, { accountId, personId });
    if (role?.you === 'applicant') throw farewellProblems.linkYours();
    if (role) return this.views.viewOf(opened, accountId);
    if (this.stateOf(link) === 'expired' || opened.row.state !== 'signed-up') throw farewellProblems.linkExpired();
    if (!(await this.family.useLink(link))) throw farewellProblems.linkUsed();
    const said = { relation: relation.trim(), ...(words !== undefined && { words: words.trim() }) };
    const asked = await this.family.find(opened.row.id, { personId });
    if (asked) await this.family.change(asked, 'silent', said, accountId);
    else await this.family.add({ farewellId: opened.row.id, personId, accountId, state: 'silent', said });
    await this.farewells.addStep(opened.row.id, 'kin-joined');
    await this.tellings.applicant(opened, 'farewell-relative-joined');
    return this.views.viewOf(opened, accountId);
  }

  private async found(token: string): Promise<FarewellLink> {
    const link = await this.family.findLink(token);
    if (!link) throw problems.notFound();
    return link;
  }

  private stateOf({ usedAt, until }: FarewellLink): FarewellInvitationView['state'] {
    if (usedAt !== null) return 'used';
    return until <= this.clock.now() ? 'expired' : 'open';
  }
}

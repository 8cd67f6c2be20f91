import { aboardOf } from '@jinmen/shared/services/sea-scattering/content';
import { openPoints } from '@jinmen/shared/services/sea-scattering/open-points';
import { papersOf } from '@jinmen/shared/services/sea-scattering/papers';
import type { FarewellKin, FarewellListItem, FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { type Page, type PageRequest, pageOf } from '../../../platform/http/page';
import { problems } from '../../../platform/http/problem';
import { maskedName } from '../../../platform/masking';
import { FamilyRepository } from './family.repository';
import { FamilyFinds } from './family-found.service';
import { actsOf } from './farewell-acts';
import { FarewellCompanions } from './farewell-companions.service';
import { FarewellPeople } from './farewell-people.service';
import { FarewellPlaces } from './farewell-places.service';
import { type FarewellRole, FarewellRoles } from './farewell-roles.service';
import { farewellStepWords } from './farewell-words';
import type { FarewellRelative } from './farewells.port';
import { FarewellsRepository, type OpenedFarewell } from './farewells.repository';
import { shownToApplicant, shownToKin } from './masked-content';

/** Farewells as the family sees them. */
@Injectable()
export class FarewellViews {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly family: FamilyRepository,
    private readonly people: FarewellPeople,
    private readonly roles: FarewellRoles,
    private readonly finds: FamilyFinds,
    private readonly places: FarewellPlaces,
    private readonly companions: FarewellCompanions,
  ) {}

  /** @throws Problem 404 */
  async find(id: string, accountId: string): Promise<FarewellView> {
    return this.viewOf(await this.farewells.get(id), accountId);
  }

  async list(accountId: string, page: PageRequest): Promise<Page<FarewellListItem>> {
    const whose = await this.people.whose(accountId);
    const found = await this.farewells.list(whose, page);
    const place = ({ row }: OpenedFarewell) => ({ at: row.updatedAt, id: row.id });
    const { items, ...more } = pageOf(found, page.limit, place, (opened) => opened);
    const lines: FarewellListItem[] = [];
    for (const opened of items) lines.push(lineOf(opened, (await this.roles.of(opened, whose))?.you ?? 'kin'));
    return { items: lines, ...more };
  }

  async viewOf(opened: OpenedFarewell, accountId: string): Promise<FarewellView> {
    const whose = await this.people.whose(accountId);
    const role = await this.roles.of(opened, whose);
    if (!role) throw problems.notFound();
    const { row, content } = opened;
    const kin = await this.people.relativesOf(await this.family.of(row.id));
    const differs = kin.some(({ state }) => state === 'differs');
    const own = role.you === 'applicant';
    const family = own && row.state === 'draft' ? await this.finds.look(content.deceased, whose) : undefined;
    const place = await this.places.find(row.bookingId, aboardOf(content));
    const { goesWith, ...others } = own ? await this.companions.standing(opened) : {};
    const asks = kin.some(({ state }) => state === 'asks');
    const at = { asks, differs, signedUp: row.signedUpAt !== null, ...(place && { place: place.state }) };
    return {
      id: row.id,
      number: row.number,
      state: row.state,
      version: row.version,
      you: role.you,
      ...(own ? shownToApplicant(content) : shownToKin(content)),
      papers: own ? papersOf(content) : [],
      kin: kinShown(kin, role),
      ...(goesWith !== undefined && { goesWith }),
      open: own ? openPoints(content, { differs, ...others }) : [],
      ...(place && { place }),
      acts: actsOf(role.you, row.state, at),
      steps: (await this.farewells.steps(row.id)).map(({ at, act }) => ({
        at: at.toISOString(),
        words: farewellStepWords[act],
      })),
      ...(family && { family }),
    };
  }
}

/** Who asks is seen by the one who answers alone; what somebody wrote, by them and by the one who signed up. */
function kinShown(kin: readonly FarewellRelative[], role: FarewellRole): readonly FarewellKin[] {
  const own = role.you === 'applicant';
  const isYou = ({ id }: FarewellRelative) => role.you === 'kin' && role.kin.row.id === id;
  return kin
    .filter(({ state }) => own || state !== 'asks')
    .map((one) => ({
      id: one.id,
      name: maskedName(one.name),
      relation: one.relation,
      you: isYou(one),
      state: one.state,
      ...(one.words !== undefined && (own || isYou(one)) && { words: one.words }),
    }));
}

function lineOf({ row, content }: OpenedFarewell, you: FarewellListItem['you']): FarewellListItem {
  const { name, called } = content.deceased;
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    you,
    ...(name !== undefined && { name }),
    ...(called !== undefined && { called }),
    updatedAt: row.updatedAt.toISOString(),
  };
}

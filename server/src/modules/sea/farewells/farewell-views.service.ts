import { openPoints } from '@jinmen/shared/services/sea-scattering/open-points';
import { papersOf } from '@jinmen/shared/services/sea-scattering/papers';
import type { FarewellKin, FarewellListItem, FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { type Page, type PageRequest, pageOf } from '../../../platform/http/page';
import { problems } from '../../../platform/http/problem';
import { maskedName } from '../../../platform/masking';
import { FamilyRepository } from './family.repository';
import { actsOf } from './farewell-acts';
import { FarewellPeople } from './farewell-people.service';
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
    const role = await this.roles.of(opened, await this.people.whose(accountId));
    if (!role) throw problems.notFound();
    const { row, content } = opened;
    const kin = await this.people.relativesOf(await this.family.of(row.id));
    const differs = kin.some(({ state }) => state === 'differs');
    const own = role.you === 'applicant';
    return {
      id: row.id,
      number: row.number,
      state: row.state,
      version: row.version,
      you: role.you,
      ...(own ? shownToApplicant(content) : shownToKin(content)),
      papers: own ? papersOf(content) : [],
      kin: kinShown(kin, role),
      open: own ? openPoints(content, differs) : [],
      acts: actsOf(role.you, row.state, { asks: kin.some(({ state }) => state === 'asks'), differs }),
      steps: (await this.farewells.steps(row.id)).map(({ at, act }) => ({
        at: at.toISOString(),
        words: farewellStepWords[act],
      })),
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

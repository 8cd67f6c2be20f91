import { isDeepStrictEqual } from 'node:util';
import type { ChangeFarewellDto } from '@jinmen/shared/dto/farewell.dto';
import type { FarewellContent } from '@jinmen/shared/services/sea-scattering/content';
import { signUpProblems } from '@jinmen/shared/services/sea-scattering/open-points';
import { readSection } from '@jinmen/shared/services/sea-scattering/read-section';
import { FAREWELL_SECTIONS, type FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { type FieldProblem, problems } from '../../../platform/http/problem';
import { CompanySeats } from './company-seats.service';
import { DeceasedNaming } from './deceased-naming.service';
import { farewellProblems } from './farewell-problems';
import { FarewellRoles } from './farewell-roles.service';
import { FarewellViews } from './farewell-views.service';
import { FarewellsRepository } from './farewells.repository';
import { unmasked } from './masked-content';

/** The sections of a farewell, kept as they are typed, before it is signed up and after. */
@Injectable()
export class FarewellSections {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly roles: FarewellRoles,
    private readonly views: FarewellViews,
    private readonly naming: DeceasedNaming,
    private readonly seats: CompanySeats,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Each given section takes the place of what was said before. A change that is there already is taken again without a
   * complaint, however old its version: a reply may have been lost.
   * @throws Problem 400 at the fields that cannot be kept; 409 `farewell.stale` with what stands here,
   * `farewell.not-now`, `farewell.applicant-only`, what `DeceasedNaming` and `CompanySeats` refuse; 404 when the right to
   * it ended meanwhile. Nothing was changed then.
   */
  change(accountId: string, id: string, given: ChangeFarewellDto): Promise<FarewellView> {
    return this.transactions.run(async () => {
      await this.seats.lockPlace(id);
      const { opened, whose } = await this.roles.lockedForApplicant(accountId, id);
      const { row, content } = opened;
      if (row.state !== 'draft' && row.state !== 'signed-up') throw farewellProblems.notNow();
      const changed = this.read(given, content);
      const missing = row.state === 'signed-up' ? signUpProblems(changed) : [];
      if (missing.length > 0) throw problems.invalid(missing);
      if (isDeepStrictEqual(changed, content)) return this.views.viewOf(opened, accountId);
      if (row.version !== given.version) throw farewellProblems.stale(await this.views.viewOf(opened, accountId));
      await this.naming.rename(opened, changed.deceased, whose);
      const written = await this.farewells.write({ row, content: changed });
      await this.seats.follow(written, content);
      return this.views.viewOf(written, accountId);
    });
  }

  /** @throws Problem 400 */
  private read(
    given: Readonly<Partial<Record<keyof FarewellContent, unknown>>>,
    before: FarewellContent,
  ): FarewellContent {
    const wrong: FieldProblem[] = [];
    let content = before;
    for (const section of FAREWELL_SECTIONS) {
      if (given[section] === undefined) continue;
      const at = { before, today: this.clock.today() };
      const read = readSection(section, unmasked(section, given[section], before), at);
      if ('problems' in read) wrong.push(...read.problems);
      else content = { ...content, [section]: read.value };
    }
    if (wrong.length > 0) throw problems.invalid(wrong);
    return content;
  }
}

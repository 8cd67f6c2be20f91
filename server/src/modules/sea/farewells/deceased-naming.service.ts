import { isDeepStrictEqual } from 'node:util';
import type { Deceased } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { AddressLimits } from '../../../platform/address-limit/address-limits';
import { DeceasedClaims, deceasedKeys } from './deceased-claims';
import { FamilyFinds } from './family-found.service';
import { farewellProblems } from './farewell-problems';
import { farewellWords } from './farewell-words';
import type { OpenedFarewell, Whose } from './farewells.repository';
import { NamingLimits } from './naming-limits.service';

/** How many who died somebody may name in ten minutes; a family types one, and mends a sign or two. */
const MOST_NAMED = 20;

/** Saying who died: one farewell for each, and nobody may try one person after the other. */
@Injectable()
export class DeceasedNaming {
  constructor(
    private readonly claims: DeceasedClaims,
    private readonly finds: FamilyFinds,
    private readonly limits: AddressLimits,
    private readonly days: NamingLimits,
  ) {}

  /**
   * Of what is signed up, the one who is named now is claimed. @throws Problem 429 `farewell.too-many`; 409
   * `farewell.family-already`, `farewell.yours-already`
   */
  async rename(opened: OpenedFarewell, deceased: Deceased, whose: Whose): Promise<void> {
    if (isDeepStrictEqual(deceasedKeys(deceased), deceasedKeys(opened.content.deceased))) return;
    const seconds = await this.limits.take('farewell-deceased', whose.accountId, MOST_NAMED);
    if (seconds !== undefined) throw farewellProblems.tooMany(seconds, farewellWords.asksTooMany);
    const before = Object.values(deceasedKeys(opened.content.deceased));
    const named = Object.values(deceasedKeys(deceased)).filter((key) => !before.includes(key));
    if (named.length > 0 && !(await this.days.take(whose.accountId, named))) throw farewellProblems.tomorrow();
    const { row } = opened;
    if (row.state === 'signed-up') await this.claim({ row, content: { ...opened.content, deceased } }, whose);
  }

  /** @throws Problem 409: somebody else has signed them up; nothing of it is left then. */
  async claim({ row, content }: OpenedFarewell, whose: Whose, notTheSame = false): Promise<void> {
    const claimed = await this.claims.claim(row.id, content.deceased, notTheSame);
    if (claimed) throw await this.finds.problem(claimed.other, whose);
  }

  release(id: string): Promise<void> {
    return this.claims.release(id);
  }
}

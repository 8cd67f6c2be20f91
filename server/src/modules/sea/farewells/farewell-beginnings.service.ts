import { EMPTY_FAREWELL } from '@jinmen/shared/services/sea-scattering/content';
import type { FarewellView, SeaWay } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { Accounts } from '../../sessions/accounts.port';
import { FarewellDrafts } from './farewell-drafts.repository';
import { farewellProblems } from './farewell-problems';
import { FarewellViews } from './farewell-views.service';
import { FarewellsRepository } from './farewells.repository';

/** As many as of relief: more than any family has to say farewell to; a script would go on for ever. */
const MOST_DRAFTS = 50;

/** A new draft: nothing has to be known for it. */
@Injectable()
export class FarewellBeginnings {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly drafts: FarewellDrafts,
    private readonly accounts: Accounts,
    private readonly views: FarewellViews,
  ) {}

  /**
   * Inside the transaction of its idempotency key.
   * @throws Problem 409 `farewell.too-many-drafts` while fifty of the account’s were never signed up.
   */
  async begin(accountId: string, way: SeaWay = EMPTY_FAREWELL.way): Promise<FarewellView> {
    await this.accounts.inTurn(accountId);
    if ((await this.drafts.count(accountId)) >= MOST_DRAFTS) throw farewellProblems.tooManyDrafts();
    const opened = await this.farewells.create({ accountId }, { ...EMPTY_FAREWELL, way });
    return this.views.viewOf(opened, accountId);
  }
}

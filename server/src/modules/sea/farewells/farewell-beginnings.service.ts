import { EMPTY_FAREWELL } from '@jinmen/shared/services/sea-scattering/content';
import type { FarewellView, SeaWay } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { FarewellViews } from './farewell-views.service';
import { FarewellsRepository } from './farewells.repository';

/** A new draft: nothing has to be known for it. */
@Injectable()
export class FarewellBeginnings {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly views: FarewellViews,
  ) {}

  /** Inside the transaction of its idempotency key. */
  async begin(accountId: string, way: SeaWay = EMPTY_FAREWELL.way): Promise<FarewellView> {
    const opened = await this.farewells.create({ accountId }, { ...EMPTY_FAREWELL, way });
    return this.views.viewOf(opened, accountId);
  }
}

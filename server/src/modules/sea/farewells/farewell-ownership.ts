import { Injectable } from '@nestjs/common';
import type { Resident } from '../../../platform/auth/current';
import { OwnershipCheck } from '../../../platform/http/owned';
import { FarewellPeople } from './farewell-people.service';
import { FarewellsRepository } from './farewells.repository';

/**
 * Theirs who began or signed it up, on that phone and on the one that reaches them, also when a desk did it for them; and
 * theirs of the family who joined. What each of them may do is another question.
 */
@Injectable()
export class FarewellOwnership extends OwnershipCheck {
  readonly kind = 'farewell';

  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly people: FarewellPeople,
  ) {
    super();
  }

  async owns({ accountId }: Resident, id: string): Promise<boolean> {
    return this.farewells.isOf(id, await this.people.whose(accountId));
  }
}

import { Injectable } from '@nestjs/common';
import type { Resident } from '../../platform/auth/current';
import { OwnershipCheck } from '../../platform/http/owned';
import { DependantsService } from './dependants.service';

@Injectable()
export class DependantOwnership extends OwnershipCheck {
  readonly kind = 'dependant';

  constructor(private readonly dependants: DependantsService) {
    super();
  }

  owns({ accountId }: Resident, id: string): Promise<boolean> {
    return this.dependants.owns(accountId, id);
  }
}

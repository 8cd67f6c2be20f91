import { Injectable } from '@nestjs/common';
import type { Resident } from '../../platform/auth/current';
import { OwnershipCheck } from '../../platform/http/owned';
import { Agreeing } from './agreeing.service';

@Injectable()
export class MandateOwnership extends OwnershipCheck {
  readonly kind = 'mandate';

  constructor(private readonly agreeing: Agreeing) {
    super();
  }

  owns({ accountId }: Resident, id: string): Promise<boolean> {
    return this.agreeing.isTheirs(accountId, id);
  }
}

import { Injectable } from '@nestjs/common';
import type { Resident } from '../../platform/auth/current';
import { OwnershipCheck } from '../../platform/http/owned';
import { WaitingRepository } from './waiting.repository';

@Injectable()
export class WaitingOwnership extends OwnershipCheck {
  readonly kind = 'waiting';

  constructor(private readonly waiting: WaitingRepository) {
    super();
  }

  owns({ accountId }: Resident, id: string): Promise<boolean> {
    return this.waiting.belongsTo(id, accountId);
  }
}

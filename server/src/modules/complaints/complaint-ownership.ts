import { Injectable } from '@nestjs/common';
import type { Resident } from '../../platform/auth/current';
import { OwnershipCheck } from '../../platform/http/owned';
import { ComplaintsRepository } from './complaints.repository';

@Injectable()
export class ComplaintOwnership extends OwnershipCheck {
  readonly kind = 'complaint';

  constructor(private readonly complaints: ComplaintsRepository) {
    super();
  }

  owns({ accountId }: Resident, id: string): Promise<boolean> {
    return this.complaints.belongsTo(id, accountId);
  }
}

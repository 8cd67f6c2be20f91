import { Injectable } from '@nestjs/common';
import type { Resident } from '../../../platform/auth/current';
import { OwnershipCheck } from '../../../platform/http/owned';
import { ApplicationsRepository } from './applications.repository';

@Injectable()
export class ApplicationOwnership extends OwnershipCheck {
  readonly kind = 'relief-application';

  constructor(private readonly applications: ApplicationsRepository) {
    super();
  }

  owns({ accountId }: Resident, id: string): Promise<boolean> {
    return this.applications.belongsTo(id, accountId);
  }
}

import { Injectable } from '@nestjs/common';
import type { Resident } from '../../../platform/auth/current';
import { OwnershipCheck } from '../../../platform/http/owned';
import { ApplicationAccess } from '../whom/application-access.service';

@Injectable()
export class ApplicationOwnership extends OwnershipCheck {
  readonly kind = 'relief-application';

  constructor(private readonly access: ApplicationAccess) {
    super();
  }

  owns({ accountId }: Resident, id: string): Promise<boolean> {
    return this.access.isTheirs(accountId, id);
  }
}

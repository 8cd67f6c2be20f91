import { Injectable } from '@nestjs/common';
import type { Resident } from '../../platform/auth/current';
import { OwnershipCheck } from '../../platform/http/owned';
import { InboxService } from './inbox.service';

@Injectable()
export class NoticeOwnership extends OwnershipCheck {
  readonly kind = 'notice';

  constructor(private readonly inbox: InboxService) {
    super();
  }

  owns({ accountId }: Resident, id: string): Promise<boolean> {
    return this.inbox.has(accountId, id);
  }
}

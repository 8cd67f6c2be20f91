import type { ApplicationView } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import type { Resident } from '../../../platform/auth/current';
import { Transactions } from '../../../platform/database/transactions';
import { ApplicationViews } from '../applications/application-views.service';
import { ApplicationsRepository } from '../applications/applications.repository';
import { ApplicationAccess } from '../whom/application-access.service';
import { AdultsRepository } from './adults.repository';
import { SignatureActs } from './signature-acts.service';

/** Taking back a link that was sent to the wrong person, or is not wanted any more. */
@Injectable()
export class LinkRevocation {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationsRepository,
    private readonly rows: AdultsRepository,
    private readonly acts: SignatureActs,
    private readonly views: ApplicationViews,
    private readonly access: ApplicationAccess,
  ) {}

  /** Whoever it was sent to can do nothing with it any more. Doing it again changes nothing. */
  revoke({ accountId }: Resident, id: string, member: string): Promise<ApplicationView> {
    return this.transactions.run(async () => {
      await this.access.mustBeTheirs(accountId, id);
      await this.applications.getForUpdate(id);
      await this.rows.endLink(id, member, 'revoked');
      await this.acts.record('means-check.link-revoked', accountId, id, {});
      return this.views.find(id, accountId);
    });
  }
}

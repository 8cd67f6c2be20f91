import { Injectable } from '@nestjs/common';
import type { AuditEntry } from '../../../platform/audit/audit';
import { Notices } from '../../notices/notices.port';
import { ApplicationNotices } from '../applications/application-notices.service';
import type { OpenedApplication } from '../applications/applications.repository';
import type { AdultStanding } from './adults.service';
import { Signers } from './signers.service';

/** Who hears that a signature was given, inside the transaction that takes it. */
@Injectable()
export class SignatureNotices {
  constructor(
    private readonly followers: ApplicationNotices,
    private readonly notices: Notices,
    private readonly signers: Signers,
  ) {}

  /**
   * Whoever follows the application, unless they signed for themselves; and whoever it is of, on the phone that reaches them,
   * wherever it was done: who asked, and how to take it back, stands where the message leads.
   */
  async signed(opened: OpenedApplication, { adult, you }: AdultStanding, id: string, { id: by }: AuditEntry['actor']) {
    if (!you) await this.moved(opened);
    for (const accountId of await this.signers.accountsOf(adult.idNumber)) {
      if (you && accountId === by) continue;
      await this.notices.post({ accountId, topic: 'signed-in-your-name', about: { kind: 'signature', id } });
    }
  }

  moved({ row }: OpenedApplication): Promise<void> {
    return this.followers.post(row, 'application-progress');
  }
}

import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import type { Resident } from '../../../platform/auth/current';
import { Transactions } from '../../../platform/database/transactions';
import { HeldRows } from '../../rights/keeping/held-rows.port';
import { Uploads } from '../../uploads/uploads.port';
import { PapersRepository } from '../papers/papers.repository';
import { reliefProblems } from '../problems';
import { ApplicationAccess } from '../whom/application-access.service';
import { ApplicationsRepository } from './applications.repository';

/** Throwing a draft away, with all that belongs to it. */
@Injectable()
export class DraftRemoval {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly access: ApplicationAccess,
    private readonly papers: PapersRepository,
    private readonly uploads: Uploads,
    private readonly held: HeldRows,
  ) {}

  /** @throws Problem 409 `application.draft-only` once it was handed in, `application.kept` under a legal hold. */
  async delete({ accountId }: Resident, id: string): Promise<void> {
    await this.transactions.run(async () => {
      await this.access.mustBeTheirs(accountId, id);
      const { row } = await this.applications.getForUpdate(id);
      if (row.state !== 'draft') throw reliefProblems.draftOnly();
      if (await this.held.isHeld('relief_application', id)) throw reliefProblems.kept();
      await this.uploads.forget(await this.papers.removeAll(id));
      await this.applications.deleteDraft(id);
      const actor = { kind: 'resident', id: accountId } as const;
      await this.audit.record({ action: 'relief-application.deleted', actor, object: `relief-application:${id}` });
    });
  }
}

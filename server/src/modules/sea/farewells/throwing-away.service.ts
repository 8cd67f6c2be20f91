import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { HeldRows } from '../../rights/keeping/held-rows.port';
import { FarewellDrafts } from './farewell-drafts.repository';
import { farewellProblems } from './farewell-problems';
import { FarewellRoles } from './farewell-roles.service';
import { FarewellWatches } from './farewell-watches.service';

/** Throwing a draft away, with all that belongs to it. What was signed up once stays, and is put down instead. */
@Injectable()
export class ThrowingAway {
  constructor(
    private readonly roles: FarewellRoles,
    private readonly drafts: FarewellDrafts,
    private readonly watches: FarewellWatches,
    private readonly audit: Audit,
    private readonly held: HeldRows,
  ) {}

  /**
   * Inside the transaction of its idempotency key.
   * @throws Problem 409 `farewell.draft-only` once it was signed up, `farewell.kept` under a legal hold, `farewell.applicant-only`; 404
   */
  async throwAway(accountId: string, id: string): Promise<void> {
    const { opened } = await this.roles.lockedForApplicant(accountId, id);
    if (opened.row.signedUpAt !== null) throw farewellProblems.draftOnly();
    if (await this.held.isHeld('farewell', id)) throw farewellProblems.kept();
    await this.watches.tellThrownAway(id);
    await this.drafts.delete(id);
    const actor = { kind: 'resident', id: accountId } as const;
    await this.audit.record({ action: 'farewell.deleted', actor, object: `farewell:${id}` });
  }
}

import { saidProblems, tidySaid } from '@jinmen/shared/urgent/told';
import type { UrgentSaid, UrgentView } from '@jinmen/shared/urgent/views';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { Transactions } from '../../platform/database/transactions';
import { UrgentHelp } from './urgent.port';
import { UrgentDispatch } from './urgent-dispatch';
import { urgentProblems } from './urgent-problems';
import { type OpenedRequest, UrgentRequestsRepository } from './urgent-requests.repository';
import { UrgentViews } from './urgent-views.service';

const MOST_OF_ONE = 20;

/** Who asks: an account, a phone that keeps a secret, or both. */
export interface Asking {
  readonly accountId?: string;
  readonly secret?: string;
}

/** Help asked for at once: taken down whatever else is broken, sent on, and shown to whoever asked. */
@Injectable()
export class UrgentService extends UrgentHelp {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: UrgentRequestsRepository,
    private readonly views: UrgentViews,
    private readonly dispatch: UrgentDispatch,
    private readonly audit: Audit,
  ) {
    super();
  }

  /**
   * In the transaction of the idempotency key.
   * @throws Problem 400 `urgent.incomplete` with everything that is missing
   */
  async ask(given: UrgentSaid, asking: Asking): Promise<UrgentView> {
    const problems = saidProblems(given);
    if (asking.accountId === undefined && asking.secret === undefined) {
      problems.push({ field: 'secret', code: 'urgent.no-secret', message: '请重新打开页面再试一次。' });
    }
    if (problems.length > 0) throw urgentProblems.incomplete(problems);
    const before = await this.before(asking);
    if (before) return this.views.viewOf(before);
    const opened = await this.requests.add(tidySaid(given), asking);
    await this.dispatch.ask(opened);
    await this.record('urgent-request.asked', opened, asking.accountId);
    return this.views.viewOf(opened);
  }

  /** @throws Problem 404 `urgent.unknown`, alike for a secret nobody has */
  async lookUp(secret: string): Promise<UrgentView> {
    const opened = await this.requests.findBySecret(secret);
    if (!opened) throw urgentProblems.unknown();
    return this.views.viewOf(opened);
  }

  /**
   * From now on it stands among the matters of whoever signed in on the phone that asked.
   * @throws Problem 404 `urgent.unknown`, also when it is somebody else's
   */
  claim(secret: string, accountId: string): Promise<UrgentView> {
    return this.transactions.run(async () => {
      const claimed = await this.requests.claim(secret, accountId);
      const opened = await this.requests.findBySecret(secret);
      if (!opened || opened.row.accountId !== accountId) throw urgentProblems.unknown();
      if (claimed) await this.record('urgent-request.claimed', opened, accountId);
      return this.views.viewOf(opened);
    });
  }

  async of(accountId: string): Promise<readonly UrgentView[]> {
    const all = await this.requests.ofAccount(accountId, MOST_OF_ONE);
    return Promise.all(all.map((opened) => this.views.viewOf(opened)));
  }

  /**
   * The same phone asked already, perhaps before it signed in: keys of the signed-in and of the others are apart, the
   * secret is not.
   */
  private async before({ secret, accountId }: Asking): Promise<OpenedRequest | undefined> {
    if (secret === undefined) return undefined;
    if (accountId !== undefined) await this.requests.claim(secret, accountId);
    return this.requests.findBySecret(secret);
  }

  private record(action: string, { row }: OpenedRequest, accountId: string | undefined): Promise<void> {
    const actor =
      accountId === undefined
        ? ({ kind: 'system', id: 'urgent' } as const)
        : ({ kind: 'resident', id: accountId } as const);
    return this.audit.record({
      action,
      actor,
      object: `urgent-request:${row.id}`,
      ...(accountId && { person: accountId }),
    });
  }
}

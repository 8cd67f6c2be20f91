import type { UrgentStepKind } from '@jinmen/shared/urgent/views';
import { Injectable, Logger } from '@nestjs/common';
import type { UrgentNews } from '../../bureaus/social-assistance/urgent/urgent-line.port';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock';
import type { CallbackOutcome } from '../../platform/inbox/callback-handler';
import { type OpenedRequest, type OpenedStep, UrgentRequestsRepository } from './urgent-requests.repository';

/** What others say about a request, each in the transaction that keeps their word. */
@Injectable()
export class UrgentNewsService {
  private readonly logger = new Logger('UrgentNews');

  constructor(
    private readonly requests: UrgentRequestsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What came of sending it. */
  async settled(id: string, kind: 'arrived' | 'undelivered'): Promise<void> {
    const opened = await this.requests.forChange(id);
    if (!opened) return;
    if (kind === 'undelivered') this.logger.error({ alarm: 'urgent request undelivered' });
    await this.requests.happen(opened, { kind, at: this.clock.now() });
  }

  /** What the bureau did. A word that comes late or out of order is kept as it came. */
  async take(news: UrgentNews, at: Date): Promise<CallbackOutcome> {
    const opened = await this.requests.forChange(news.requestNo);
    if (!opened) return 'not-applicable';
    await this.requests.happen(opened, { kind: news.kind, at, ...detailOf(news) });
    await this.record(opened, news.kind);
    return 'applied';
  }

  /** Something the bureau said that nobody here can read: whoever is on duty asks on the telephone. */
  async unreadable(id: string): Promise<void> {
    const opened = await this.requests.forChange(id);
    if (opened) await this.requests.happen(opened, { kind: 'undelivered', at: this.clock.now() });
  }

  private record({ row }: OpenedRequest, kind: UrgentStepKind): Promise<void> {
    const actor = { kind: 'bureau', id: 'social-assistance' } as const;
    return this.audit.record({ action: `urgent-request.${kind}`, actor, object: `urgent-request:${row.id}` });
  }
}

function detailOf(news: UrgentNews): Pick<OpenedStep, 'detail'> {
  if (news.kind === 'handed-on') return { detail: news.to };
  return news.kind === 'helped' && news.what !== undefined ? { detail: news.what } : {};
}

import { Injectable } from '@nestjs/common';
import type { BureauEvent } from '../../../bureaus/relief-bureau.port';
import type { NoticeTopic } from '../../notices/notices.port';
import { ApplicationNotices } from '../applications/application-notices.service';
import type { OpenedApplication } from '../applications/applications.repository';
import { HeldItems } from '../cases/held-items.service';
import { MeansCheckRequests } from '../checks/means-check-requests.service';
import { AfterApproval } from '../public-notice/after-approval.service';

/** Of which steps a resident is told, and as what. */
const TOPICS: Readonly<Record<BureauEvent['kind'], NoticeTopic>> = {
  accepted: 'application-progress',
  'papers-requested': 'paper-requested',
  'papers-received': 'application-progress',
  visited: 'application-progress',
  publicised: 'application-progress',
  decided: 'decision',
};

/** What follows when a step had its effect: the check that waited for it, what it lets go, and that the resident is told. */
@Injectable()
export class FollowUps {
  constructor(
    private readonly held: HeldItems,
    private readonly checks: MeansCheckRequests,
    private readonly notices: ApplicationNotices,
    private readonly published: AfterApproval,
  ) {}

  async of(event: BureauEvent, application: OpenedApplication): Promise<void> {
    const { kind } = event;
    if (kind === 'accepted') await this.checks.askIfReady(application);
    if (kind === 'decided') {
      await this.held.release(application);
      await this.published.tell(application, event.caseNo, event.programme);
    }
    await this.notices.post(application.row, TOPICS[kind]);
  }
}

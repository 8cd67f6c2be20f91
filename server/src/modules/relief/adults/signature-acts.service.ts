import type { AskedWay, SigningWay } from '@jinmen/shared/applications/adults';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '../../../platform/audit/audit';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { MeansCheckRequests } from '../checks/means-check-requests.service';
import { MeansCheckResults } from '../checks/means-check-results.service';
import { AdultNews } from './adult-news.service';
import { AdultsRepository } from './adults.repository';
import type { AdultStanding } from './adults.service';
import type { Signature } from './signature.entity';
import { SignatureNotices } from './signature-notices.service';

type Actor = AuditEntry['actor'];

/** What signing and taking back do, whichever way they come. Inside a transaction that has locked the application. */
@Injectable()
export class SignatureActs {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly rows: AdultsRepository,
    private readonly checks: MeansCheckRequests,
    private readonly results: MeansCheckResults,
    private readonly news: AdultNews,
    private readonly notices: SignatureNotices,
    private readonly audit: Audit,
  ) {}

  /** Signed twice it is signed once. Where the street had taken the case already, the check is asked for now. */
  async sign(opened: OpenedApplication, standing: AdultStanding, way: SigningWay, actor: Actor): Promise<void> {
    const { id } = opened.row;
    const { member, idNumber } = standing.adult;
    if (standing.signature && (standing.rests || way === 'this-phone')) return;
    const signature = await this.rows.sign(id, member, idNumber, way);
    await this.rows.endLink(id, member, 'used');
    await this.audit.record({
      action: 'means-check.authorised',
      actor,
      object: `relief-application:${id}`,
      facts: { member, way },
    });
    await this.applications.touch(id);
    await this.checks.askIfReady(opened);
    await this.news.tell(opened, member);
    await this.notices.signed(opened, standing, signature, actor);
  }

  /** The street asked whoever signed on another's phone, and it is theirs: what waited for that is asked for now. */
  async asked(opened: OpenedApplication, signature: Signature, how: AskedWay, actor: Actor): Promise<void> {
    await this.rows.keepAsked(signature.id, how);
    const [action, object] = ['means-check.signer-asked', `relief-signature:${signature.id}`];
    await this.audit.record({ action, actor, object, facts: { how } });
    await this.checks.askIfReady(opened);
    await this.notices.moved(opened);
  }

  /** What waits is not asked, what was asked stops; what came back already stays. */
  async takeBack(opened: OpenedApplication, signature: Signature, actor: Actor, on: CivilDate): Promise<void> {
    const { id } = opened.row;
    if (!(await this.rows.endSignature(signature.id))) return;
    await this.audit.record({
      action: 'means-check.authorisation-withdrawn',
      actor,
      object: `relief-signature:${signature.id}`,
    });
    await this.checks.cancelFor(id, signature.id);
    await this.results.conclude(opened, on);
    await this.news.tell(opened, signature.member);
  }

  tellStaff(opened: OpenedApplication, member: string): Promise<void> {
    return this.news.tell(opened, member);
  }

  record(action: string, accountId: string, id: string, facts: Readonly<Record<string, string | boolean>>) {
    const actor = { kind: 'resident', id: accountId } as const;
    return this.audit.record({ action, actor, object: `relief-application:${id}`, facts });
  }
}

import type { InvitationView } from '@jinmen/shared/applications/adults';
import { isSameNumber } from '@jinmen/shared/applications/adults';
import { Injectable } from '@nestjs/common';
import type { Resident } from '../../../platform/auth/current';
import { Clock } from '../../../platform/clock';
import { problems } from '../../../platform/http/problem';
import { maskedFamilyName } from '../../../platform/masking';
import type { VerifiedPerson } from '../../identity/people.port';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { Subjects } from '../applications/subjects.service';
import { adultProblems } from './adult-problems';
import { AdultsRepository } from './adults.repository';
import { type AdultStanding, Adults } from './adults.service';
import { OwnPhones } from './own-phones.service';
import { SignatureActs } from './signature-acts.service';
import type { SignatureLink } from './signature-link.entity';

interface Invited {
  readonly link: SignatureLink;
  readonly opened: OpenedApplication;
  readonly standing: AdultStanding;
  readonly person: VerifiedPerson;
}

/** The side of whoever was sent a link. */
@Injectable()
export class Invitations {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly subjects: Subjects,
    private readonly adults: Adults,
    private readonly rows: AdultsRepository,
    private readonly acts: SignatureActs,
    private readonly own: OwnPhones,
    private readonly clock: Clock,
  ) {}

  /**
   * Anybody who has the link may look: it says who asks, by their family name, and nothing of the matter.
   * @throws Problem 404 for a link nobody made.
   */
  async look(token: string): Promise<InvitationView> {
    const found = await this.find(token);
    if (!found) throw problems.notFound();
    const { link, application, state } = found;
    if (state !== 'open') return { state };
    const subject = await this.subjects.of(application.row);
    const from = subject && maskedFamilyName(subject.filer.name);
    return { state, ...(from && { from }), expiresAt: link.expiresAt.toISOString() };
  }

  /** When a link ends that may still be used; none of one that may not, also because what it is for was withdrawn. */
  async openUntil(token: string): Promise<Date | undefined> {
    const found = await this.find(token);
    if (found?.state !== 'open' || found.application.row.state === 'withdrawn') return undefined;
    return found.link.expiresAt;
  }

  private async find(token: string) {
    const link = await this.rows.findLink(token);
    const application = link && (await this.applications.find(link.applicationId));
    if (!link || !application) return undefined;
    return { link, application, state: this.stateOf(link, await this.standingOf(link, application)) };
  }

  /**
   * Inside the transaction of its idempotency key. The link is good for one person and once; by somebody else it stays
   * as it was. A no that was said there before does not stand against a yes.
   * @throws Problem 403 `identity.required`, `consent.required`, `signature-link.other-person`, `signature-link.other-phone`; 409 `signature-link.used` …; 404
   */
  async sign(resident: Resident, token: string): Promise<void> {
    const { person, way } = await this.own.signing(resident.accountId);
    const { opened, standing } = await this.invited(person, token);
    await this.acts.sign(opened, standing, way, { kind: 'resident', id: resident.accountId });
    await this.rows.endLink(opened.row.id, standing.adult.member, 'used');
  }

  /**
   * Nothing that whoever sent it can see changes by it, until the link would have ended anyway (docs/adr/0017). Staff are told,
   * who have to decide how the case goes on. A no needs no yes to the use of the name. @throws as `sign`, but for that.
   */
  async refuse(resident: Resident, token: string): Promise<void> {
    const person = await this.own.known(resident.accountId);
    const { link, opened, standing } = await this.invited(person, token);
    if (link.refusedAt) return;
    await this.rows.refuseLink(link.id);
    await this.acts.record('means-check.refused', resident.accountId, opened.row.id, { member: standing.adult.member });
    await this.acts.tellStaff(opened, standing.adult.member);
  }

  private async invited(person: VerifiedPerson, token: string): Promise<Invited> {
    const known = await this.rows.findLink(token);
    if (!known) throw problems.notFound();
    const opened = await this.applications.getForUpdate(known.applicationId);
    const link = (await this.rows.findLink(token)) ?? known;
    const standing = await this.standingOf(link, opened);
    if (standing && !isSameNumber(standing.adult.idNumber, person.idNumber)) throw adultProblems.otherPerson();
    const state = this.stateOf(link, standing);
    if (state !== 'open') throw adultProblems[state]();
    if (!standing) throw adultProblems.revoked();
    return { link, opened, standing, person };
  }

  private async standingOf({ member }: SignatureLink, opened: OpenedApplication): Promise<AdultStanding | undefined> {
    return (await this.adults.of(opened)).find(({ adult }) => adult.member === member);
  }

  /** A place in the form that is gone or somebody else's makes the link as good as revoked. */
  private stateOf({ endedAs, expiresAt }: SignatureLink, standing: AdultStanding | undefined): InvitationView['state'] {
    if (endedAs !== null) return endedAs;
    if (expiresAt <= this.clock.now()) return 'expired';
    return standing ? 'open' : 'revoked';
  }
}

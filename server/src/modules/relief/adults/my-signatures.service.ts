import { isSameNumber, type SignatureView } from '@jinmen/shared/applications/adults';
import { Injectable } from '@nestjs/common';
import type { Resident } from '../../../platform/auth/current';
import { Clock } from '../../../platform/clock';
import { OwnershipCheck } from '../../../platform/http/owned';
import { problems } from '../../../platform/http/problem';
import { maskedFamilyName } from '../../../platform/masking';
import { People } from '../../identity/people.port';
import { ApplicationsRepository } from '../applications/applications.repository';
import { Subjects } from '../applications/subjects.service';
import { MeansChecksRepository } from '../checks/means-checks.repository';
import { AdultsRepository } from './adults.repository';
import type { Signature } from './signature.entity';
import { SignatureActs } from './signature-acts.service';

/** What somebody let be looked up about themselves, found by who they are, whichever way and on whose phone they signed. */
@Injectable()
export class MySignatures {
  constructor(
    private readonly people: People,
    private readonly rows: AdultsRepository,
    private readonly applications: ApplicationsRepository,
    private readonly subjects: Subjects,
    private readonly checks: MeansChecksRepository,
    private readonly acts: SignatureActs,
    private readonly clock: Clock,
  ) {}

  /** The last fifty, newest first; none before they have confirmed who they are, or where they are not reached. */
  async list({ accountId }: Resident): Promise<readonly SignatureView[]> {
    const person = await this.people.reaching(accountId);
    if (!person) return [];
    const views: SignatureView[] = [];
    for (const signature of await this.rows.signedBy(person.idNumber)) {
      const view = await this.viewOf(signature, person.idNumber);
      if (view) views.push(view);
    }
    return views;
  }

  /** Inside a transaction. Taken back twice it is taken back once. */
  async takeBack({ accountId }: Resident, id: string): Promise<void> {
    const signature = await this.rows.findSignature(id);
    if (!signature) throw problems.notFound();
    const opened = await this.applications.getForUpdate(signature.applicationId);
    await this.acts.takeBack(opened, signature, { kind: 'resident', id: accountId }, this.clock.today());
  }

  private async viewOf(signature: Signature, idNumber: string): Promise<SignatureView | undefined> {
    const { id, applicationId, way, signedAt, endedAt } = signature;
    const application = await this.applications.find(applicationId);
    const subject = application && (await this.subjects.of(application.row));
    if (!subject) return undefined;
    const checks = await this.checks.ofApplication(applicationId);
    return {
      id,
      from: maskedFamilyName(subject.filer.name),
      yours: isSameNumber(subject.filer.idNumber, idNumber),
      way,
      signedAt: signedAt.toISOString(),
      ...(endedAt && { withdrawnAt: endedAt.toISOString() }),
      lookedUp: checks.some(({ authorisationId, state }) => authorisationId === id && state === 'finished'),
    };
  }
}

/** A signature belongs to whoever signed, not to whoever filed; on the phone that reaches them. */
@Injectable()
export class SignatureOwnership extends OwnershipCheck {
  readonly kind = 'relief-signature';

  constructor(
    private readonly rows: AdultsRepository,
    private readonly people: People,
  ) {
    super();
  }

  async owns({ accountId }: Resident, id: string): Promise<boolean> {
    const person = await this.people.reaching(accountId);
    const signature = person && (await this.rows.findSignature(id));
    const signer = signature && this.rows.signerOf(signature);
    return person !== undefined && signer != null && isSameNumber(signer, person.idNumber);
  }
}

import { type Adult, isOwnNumber, isSameNumber, type SigningAnswer } from '@jinmen/shared/applications/adults';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import type { AuthoriseDto } from '@jinmen/shared/dto/authorise.dto';
import { Injectable } from '@nestjs/common';
import type { Resident } from '../../../platform/auth/current';
import { ApplicationViews } from '../applications/application-views.service';
import { ApplicationsRepository } from '../applications/applications.repository';
import { whomProblems } from '../whom/problems';
import { adultProblems } from './adult-problems';
import { AdultsRepository } from './adults.repository';
import { type AdultStanding, Adults, MOST_NUMBERS } from './adults.service';
import { OwnPhones } from './own-phones.service';
import { SignatureActs } from './signature-acts.service';

/** A signature on the phone in hand: of whoever acts, or of somebody it was handed to. */
@Injectable()
export class SigningHere {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly adults: Adults,
    private readonly rows: AdultsRepository,
    private readonly acts: SignatureActs,
    private readonly own: OwnPhones,
    private readonly views: ApplicationViews,
  ) {}

  /**
   * Inside the transaction of its idempotency key. Whoever acts signs for themselves, twice as once; of the others only who
   * has no phone of their own here and the identity bureau knows, and what they sign waits until the street has asked them
   * (ADR 0055).
   * @param confirmed whom the bureau knows so.
   * @throws Problem 403 `identity.required`, `consent.required` or `application.not-yours`, 422 `signature.unknown-member`, 409
   * `signature.signed-already` or `signature.not-here`, 400 for what is missing, 429 `signature.too-many-numbers`.
   */
  async act(
    { accountId }: Resident,
    id: string,
    { member, accepted, idNumber }: AuthoriseDto,
    confirmed: Adult | undefined,
  ): Promise<ApplicationView & SigningAnswer> {
    const opened = await this.applications.getForUpdate(id);
    const standing = await this.adults.memberActedBy(accountId, opened, member);
    if (accepted !== true) throw adultProblems.notAccepted();
    if (await this.adults.isHelpedBy(accountId, opened, standing)) throw whomProblems.notYours();
    if (!standing.you) {
      if (this.adults.viewOf(standing).state === 'signed') throw adultProblems.signedAlready();
      const wrong = await this.wrongNumber(id, standing, idNumber);
      if (wrong) return { ...(await this.views.find(id, accountId)), wrongNumber: wrong };
      if (!isSamePerson(confirmed, standing.adult)) throw adultProblems.notHere();
    }
    const isAnothers = standing.you && !(await this.adults.isFiler(opened, standing));
    const way = isAnothers ? await this.own.wayOf(accountId, standing.adult.idNumber) : 'this-phone';
    await this.acts.sign(opened, standing, way, { kind: 'resident', id: accountId });
    return this.views.find(id, accountId);
  }

  /** Counted in the transaction of the answer, which is why a wrong number is an answer and no problem. */
  private async wrongNumber(
    applicationId: string,
    standing: AdultStanding,
    typed: string | undefined,
  ): Promise<SigningAnswer['wrongNumber']> {
    if (typed === undefined) throw adultProblems.numberRequired();
    if (this.adults.isTriedOut(standing)) throw adultProblems.tooManyNumbers();
    const { member, idNumber } = standing.adult;
    if (isOwnNumber(typed, idNumber)) return undefined;
    const tries = await this.rows.wrongNumber(applicationId, member);
    return { left: Math.max(0, MOST_NUMBERS - tries) };
  }
}

/** The form may have named somebody else there since the bureau was asked. */
function isSamePerson(confirmed: Adult | undefined, { name, idNumber }: Adult): boolean {
  return confirmed?.name === name && isSameNumber(confirmed.idNumber, idNumber);
}

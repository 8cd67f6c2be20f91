import { type Absence, isOwnNumber, type SigningAnswer, type SigningWay } from '@jinmen/shared/applications/adults';
import { phoneProblem, tidyPhone } from '@jinmen/shared/applications/check-field';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import type { AuthoriseDto } from '@jinmen/shared/dto/authorise.dto';
import { Injectable } from '@nestjs/common';
import type { Resident } from '../../../platform/auth/current';
import { Clock } from '../../../platform/clock';
import { ApplicationViews } from '../applications/application-views.service';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { whomProblems } from '../whom/problems';
import { adultProblems } from './adult-problems';
import { AdultsRepository } from './adults.repository';
import { type AdultStanding, Adults } from './adults.service';
import { SignatureActs } from './signature-acts.service';
import { SignatureSms } from './signature-sms.service';

/** A day, in which so many wrong numbers may be typed for one person and so many links made for one application. */
const DAY_MS = 86_400_000;
export const MOST_NUMBERS = 5;
export const MOST_LINKS = 10;

type Answer = ApplicationView & SigningAnswer;

/** What whoever files can do about the signatures, on their own phone. */
@Injectable()
export class Signing {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly adults: Adults,
    private readonly rows: AdultsRepository,
    private readonly acts: SignatureActs,
    private readonly sms: SignatureSms,
    private readonly views: ApplicationViews,
    private readonly clock: Clock,
  ) {}

  /**
   * Inside the transaction of its idempotency key. Signed twice it is signed once.
   * @throws Problem 403 `identity.required` or `consent.required`, 422 `signature.unknown-member` or `signature.yourself`, 409
   * `signature.signed-already`, 400 for what is missing, 429 `signature.too-many-…`.
   */
  async act({ accountId }: Resident, id: string, wish: AuthoriseDto): Promise<Answer> {
    const opened = await this.applications.getForUpdate(id);
    const all = await this.adults.actedBy(accountId, opened);
    const standing = all.find(({ adult }) => adult.member === wish.member);
    if (!standing) throw adultProblems.unknownMember();
    const way = wish.way ?? 'this-phone';
    if (way === 'this-phone') return this.signHere(accountId, opened, standing, wish);
    if (standing.you) throw adultProblems.yourself();
    if (this.adults.viewOf(standing).state === 'signed') throw adultProblems.signedAlready();
    if (way === 'link') return this.sendLink(accountId, opened, standing, wish.phone);
    return this.say(accountId, opened, standing, way, wish.reason);
  }

  /** Whoever files signs for themselves; the others show that they know their own number, this phone in their hand. */
  private async signHere(
    accountId: string,
    opened: OpenedApplication,
    standing: AdultStanding,
    { accepted, idNumber }: AuthoriseDto,
  ): Promise<Answer> {
    const { row } = opened;
    if (accepted !== true) throw adultProblems.notAccepted();
    if (await this.adults.isHelpedBy(accountId, opened, standing)) throw whomProblems.notYours();
    if (!standing.you) {
      if (this.adults.viewOf(standing).state === 'signed') throw adultProblems.signedAlready();
      const wrong = await this.wrongNumber(row.id, standing, idNumber);
      if (wrong) return { ...(await this.views.find(row.id, accountId)), wrongNumber: wrong };
    }
    const way: SigningWay = 'this-phone';
    await this.acts.sign(opened, standing, way, { kind: 'resident', id: accountId });
    return this.views.find(row.id, accountId);
  }

  /** Counted in the transaction of the answer, which is why a wrong number is an answer and no problem. */
  private async wrongNumber(
    applicationId: string,
    { adult, word }: AdultStanding,
    typed: string | undefined,
  ): Promise<SigningAnswer['wrongNumber']> {
    if (typed === undefined) throw adultProblems.numberRequired();
    const before = word?.wrongDay === this.clock.today() ? word.wrongTries : 0;
    if (before >= MOST_NUMBERS) throw adultProblems.tooManyNumbers();
    if (isOwnNumber(typed, adult.idNumber)) return undefined;
    const tries = await this.rows.wrongNumber(applicationId, adult.member);
    return { left: Math.max(0, MOST_NUMBERS - tries) };
  }

  private async sendLink(
    accountId: string,
    { row }: OpenedApplication,
    { adult: { member } }: AdultStanding,
    phone: string | undefined,
  ): Promise<Answer> {
    if ((await this.rows.linksSince(row.id, this.clock.instantBefore(DAY_MS))) >= MOST_LINKS) {
      throw adultProblems.tooManyLinks();
    }
    const wrong = phone === undefined ? undefined : phoneProblem(phone);
    if (wrong) throw adultProblems.phone(wrong.message);
    await this.rows.say(row.id, member, undefined);
    const { token, expiresAt } = await this.rows.sendLink(row.id, member);
    if (phone !== undefined) await this.sms.send(accountId, tidyPhone(phone), token);
    await this.acts.record('means-check.link-sent', accountId, row.id, { member, sms: phone !== undefined });
    const invitation = { token, expiresAt: expiresAt.toISOString(), bySms: phone !== undefined };
    return { ...(await this.views.find(row.id, accountId)), invitation };
  }

  /** A reason to look at, not a dead end (policy-facts J4): staff decide how the case goes on. */
  private async say(
    accountId: string,
    opened: OpenedApplication,
    { adult: { member } }: AdultStanding,
    said: Absence,
    reason: string | undefined,
  ): Promise<Answer> {
    const { id } = opened.row;
    const why = reason?.trim();
    if (said !== 'at-desk' && !why) throw adultProblems.reasonRequired();
    await this.rows.endLink(id, member, 'revoked');
    await this.rows.say(id, member, said, why);
    await this.acts.record(`means-check.${said}`, accountId, id, { member });
    await this.acts.tellStaff(opened, member);
    return this.views.find(id, accountId);
  }
}

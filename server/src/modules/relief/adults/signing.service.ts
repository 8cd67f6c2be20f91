import type { Absence, SigningAnswer } from '@jinmen/shared/applications/adults';
import { phoneProblem, tidyPhone } from '@jinmen/shared/applications/check-field';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import type { AuthoriseDto } from '@jinmen/shared/dto/authorise.dto';
import { Injectable } from '@nestjs/common';
import type { Resident } from '../../../platform/auth/current';
import { Clock } from '../../../platform/clock';
import { ApplicationViews } from '../applications/application-views.service';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { adultProblems } from './adult-problems';
import { AdultsRepository } from './adults.repository';
import { type AdultStanding, Adults } from './adults.service';
import { SignatureActs } from './signature-acts.service';
import { SignatureSms } from './signature-sms.service';

/** A day, in which so many links may be made for one application. */
const DAY_MS = 86_400_000;
export const MOST_LINKS = 10;

type Answer = ApplicationView & SigningAnswer;

/** Somebody is not there to sign on this phone. */
export type NotHere = Pick<AuthoriseDto, 'member' | 'phone' | 'reason'> & { readonly way: 'link' | Absence };

/** What whoever files can do about those who sign elsewhere, or not. */
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
   * Inside the transaction of its idempotency key.
   * @throws Problem 403 `identity.required` or `consent.required`, 422 `signature.unknown-member` or `signature.yourself`, 409
   * `signature.signed-already`, 400 for what is missing, 429 `signature.too-many-…`.
   */
  async act({ accountId }: Resident, id: string, wish: NotHere): Promise<Answer> {
    const opened = await this.applications.getForUpdate(id);
    const standing = await this.adults.memberActedBy(accountId, opened, wish.member);
    if (standing.you) throw adultProblems.yourself();
    const { way } = wish;
    const { state, unasked } = this.adults.viewOf(standing);
    if (state === 'signed' && !(unasked && way === 'link')) throw adultProblems.signedAlready();
    if (way === 'link') return this.sendLink(accountId, opened, standing, wish.phone);
    return this.say(accountId, opened, standing, way, wish.reason);
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

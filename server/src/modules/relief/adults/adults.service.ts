import { type Adult, type AdultView, APPLICANT, adultsOf, isSameNumber } from '@jinmen/shared/applications/adults';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { maskedIdNumber, maskedName } from '../../../platform/masking';
import { type KnownPerson, People } from '../../identity/people.port';
import type { OpenedApplication } from '../applications/applications.repository';
import { membersOf } from '../applications/draft-fields';
import { Subjects } from '../applications/subjects.service';
import { adultProblems } from './adult-problems';
import type { AdultWord } from './adult-word.entity';
import { adultWords } from './adult-words';
import { type AdultRows, AdultsRepository } from './adults.repository';
import type { Signature } from './signature.entity';
import type { SignatureLink } from './signature-link.entity';

/** Somebody may still sign, and nobody has said that they will not. */
const WAITED_FOR: readonly AdultView['state'][] = ['not-asked', 'link-sent', 'at-desk'];

/** So many wrong numbers may be typed for one person a day. */
export const MOST_NUMBERS = 5;

/** What keeps the look from everybody it could be of. */
export type CheckNeed = 'signature' | 'more-signatures' | 'unasked';

/** One grown-up and everything that was signed, sent and said. Names and numbers are whole. */
export interface AdultStanding {
  readonly adult: Adult;
  /** Whoever acts, or filed where nobody is named who acts: they sign without showing anybody who they are. */
  readonly you: boolean;
  /** In force, and of this very person. */
  readonly signature?: Signature;
  /** Their own word: given for themselves, on a phone of theirs, at the desk, or said to the street that asked them. */
  readonly rests: boolean;
  /** They signed once and took it back. */
  readonly ended?: Signature;
  /** The last one. */
  readonly link?: SignatureLink;
  readonly word?: AdultWord;
}

/** Who of a household has signed 核对授权. */
@Injectable()
export class Adults {
  constructor(
    private readonly subjects: Subjects,
    private readonly people: People,
    private readonly adults: AdultsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * As far as the form names them; none while whoever files has not said who they are.
   * @param acting the account that looks or signs: a helper and the person themself are each *you* to themselves alone.
   */
  async of({ row, draft }: OpenedApplication, acting?: string): Promise<readonly AdultStanding[]> {
    const subject = await this.subjects.of(row);
    if (!subject) return [];
    const grownUp = adultsOf(
      {
        applicant: subject.person,
        ...(subject.livesWithFiler && { filer: subject.filer }),
        members: membersOf(draft.values),
      },
      this.clock.today(),
    );
    const rows = await this.adults.rowsOf(row.id);
    const you = (acting === undefined ? undefined : await this.people.findOf(acting)) ?? subject.filer;
    return grownUp.map((adult) => {
      const standing = this.standingOf(adult, you, rows);
      const last = standing.signature ?? standing.ended;
      return {
        ...standing,
        rests: last === undefined || isOwnWord(last, isSameNumber(adult.idNumber, subject.filer.idNumber)),
      };
    });
  }

  /** As `of`, for whoever signs or asks others to. @throws Problem 403 `identity.required`, `consent.required` */
  async actedBy(accountId: string, application: OpenedApplication): Promise<readonly AdultStanding[]> {
    await this.people.acting(accountId, adultWords.problems.realName);
    return this.of(application, accountId);
  }

  /** One of them, as `actedBy`. @throws Problem also 422 `signature.unknown-member` */
  async memberActedBy(accountId: string, application: OpenedApplication, member: string): Promise<AdultStanding> {
    const standing = (await this.actedBy(accountId, application)).find(({ adult }) => adult.member === member);
    if (!standing) throw adultProblems.unknownMember();
    return standing;
  }

  /** As whoever looks may see them: nothing of what another said on a phone of their own. */
  async viewsOf(application: OpenedApplication, reader?: string): Promise<readonly AdultView[]> {
    return (await this.of(application, reader)).map((standing) => this.viewOf(standing));
  }

  /** Whether it is the person this account helps: their helper knows their number, so it shows nothing of them. */
  async isHelpedBy(accountId: string, { row }: OpenedApplication, { adult }: AdultStanding): Promise<boolean> {
    return adult.member === APPLICANT && (await this.subjects.as(accountId, row))?.kind === 'helped';
  }

  /** Whether it is whoever files. A person who is helped acts too, on a phone of their own. */
  async isFiler({ row }: OpenedApplication, { adult }: AdultStanding): Promise<boolean> {
    const subject = await this.subjects.of(row);
    return subject !== undefined && isSameNumber(adult.idNumber, subject.filer.idNumber);
  }

  /** Whether so many wrong numbers were typed for them today that none is looked at any more. */
  isTriedOut({ word }: AdultStanding): boolean {
    return word?.wrongDay === this.clock.today() && word.wrongTries >= MOST_NUMBERS;
  }

  /** Whether the form has said who lives there. Before, nobody can tell whose signatures it takes. */
  isKnown({ draft }: OpenedApplication): boolean {
    return draft.values['household.members'] !== undefined;
  }

  /**
   * What the look into income and property still needs: the signature of whoever files, or somebody else's; or that the
   * street asks somebody who signed on their phone. None where the rest is for staff to decide.
   */
  async needs(application: OpenedApplication): Promise<CheckNeed | undefined> {
    if (!this.isKnown(application)) return undefined;
    const all = await this.of(application);
    const open = all.filter(({ word }) => !word?.withoutAt).map((standing) => this.viewOf(standing));
    if (open.some(({ you, state }) => you && (state === 'not-asked' || state === 'withdrawn'))) return 'signature';
    if (open.some(({ you, state }) => !you && WAITED_FOR.includes(state))) return 'more-signatures';
    return open.some(({ unasked }) => unasked) ? 'unasked' : undefined;
  }

  /** Somebody who took theirs back on a phone of their own is shown as before (ADR 0017). */
  viewOf({ adult, you, signature, ended, rests, link, word }: AdultStanding): AdultView {
    const who = {
      member: adult.member,
      name: maskedName(adult.name),
      idNumber: maskedIdNumber(adult.idNumber),
      you,
      ...(link && { link: this.linkView(link) }),
    };
    const signed = signature ?? (you ? undefined : ended);
    if (signed)
      return {
        ...who,
        state: 'signed',
        way: signed.way,
        at: signed.signedAt.toISOString(),
        ...(!rests && { unasked: true }),
      };
    if (word?.said) return { ...who, state: word.said, ...(word.saidAt && { at: word.saidAt.toISOString() }) };
    if (link && this.isOpen(link)) return { ...who, state: 'link-sent', at: link.sentAt.toISOString() };
    if (ended?.endedAt) return { ...who, state: 'withdrawn', at: ended.endedAt.toISOString() };
    return { ...who, state: 'not-asked' };
  }

  isOpen({ endedAs, expiresAt }: SignatureLink): boolean {
    return endedAs === null && expiresAt > this.clock.now();
  }

  private standingOf(
    adult: Adult,
    { idNumber }: KnownPerson,
    { signatures, links, words }: AdultRows,
  ): Omit<AdultStanding, 'rests'> {
    const theirs = signatures.filter((each) => each.member === adult.member && this.isOf(each, adult));
    const signature = theirs.find(({ standing }) => standing !== null);
    const ended = theirs.filter(({ standing }) => standing === null).at(-1);
    const sent = links.filter(({ member }) => member === adult.member);
    const link = sent.find(({ standing }) => standing !== null) ?? sent.at(-1);
    const word = words.find(({ member }) => member === adult.member);
    return {
      adult,
      you: isSameNumber(adult.idNumber, idNumber),
      ...(signature && { signature }),
      ...(ended && { ended }),
      ...(link && { link }),
      ...(word && { word }),
    };
  }

  /** A signature is a person's: whoever took their place in the form has not signed. */
  private isOf(signature: Signature, { member, idNumber }: Adult): boolean {
    const signer = this.adults.signerOf(signature);
    return signer === undefined ? member === APPLICANT : isSameNumber(signer, idNumber);
  }

  private linkView({ sentAt, expiresAt, endedAs }: SignatureLink): NonNullable<AdultView['link']> {
    const state = endedAs === 'replaced' ? 'revoked' : (endedAs ?? (expiresAt > this.clock.now() ? 'open' : 'expired'));
    return { sentAt: sentAt.toISOString(), expiresAt: expiresAt.toISOString(), state };
  }
}

/** On the phone of whoever files it is theirs alone; of the first ones, without a number, it was theirs too. */
function isOwnWord({ way, signer, askedWay }: Signature, isFilers: boolean): boolean {
  return way !== 'this-phone' || isFilers || signer === null || askedWay !== null;
}

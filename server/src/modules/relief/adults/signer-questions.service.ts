import { type Adult, isOwnNumber } from '@jinmen/shared/applications/adults';
import type { AuthoriseDto } from '@jinmen/shared/dto/authorise.dto';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../platform/database/transactions';
import { ApplicationsRepository } from '../applications/applications.repository';
import { HandingOver } from '../whom/handing-over.service';
import { adultProblems } from './adult-problems';
import { type AdultStanding, Adults } from './adults.service';
import { OwnPhones } from './own-phones.service';
import { SignerBureau } from './signer-bureau.service';

/**
 * Whoever signs on the phone of whoever files shows nothing by a number that was typed there: the identity bureau is
 * asked whether there is such a person, as for any other question about somebody (security.md T6).
 */
@Injectable()
export class SignerQuestions {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly adults: Adults,
    private readonly handing: HandingOver,
    private readonly own: OwnPhones,
    private readonly bureau: SignerBureau,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Before the transaction that signs. Undefined where nothing has to be asked, or what is wrong with the wish is said there.
   * @returns whom the bureau confirmed.
   * @throws Problem 409 `signature.not-here`, the same and no sooner, whether they have a phone of their own here, the register
   * does not know them so, or they are dead; 400 at name and number; 429 `identity.too-many`; 503 `signature.later`.
   */
  async confirmed(accountId: string, id: string, wish: AuthoriseDto): Promise<Adult | undefined> {
    const adult = await this.transactions.run(() => this.toAsk(accountId, id, wish));
    if (!adult) return undefined;
    const began = performance.now();
    const answer = await this.bureau.ask(accountId, id, adult);
    if (answer === 'unavailable') throw adultProblems.later();
    if (answer === 'confirmed' && !(await this.own.has(adult.idNumber))) return adult;
    await this.bureau.untilFloor(began);
    throw adultProblems.notHere();
  }

  private async toAsk(accountId: string, id: string, wish: AuthoriseDto): Promise<Adult | undefined> {
    const opened = await this.applications.get(id);
    const standing = (await this.adults.actedBy(accountId, opened)).find(({ adult }) => adult.member === wish.member);
    const asks =
      standing && this.wouldSign(standing, wish) && !(await this.adults.isHelpedBy(accountId, opened, standing));
    if (!asks) return undefined;
    await this.handing.mayGoOn(accountId, id);
    return standing.adult;
  }

  /** All else is right, and nothing but the bureau’s word is missing. */
  private wouldSign(standing: AdultStanding, { accepted, idNumber }: AuthoriseDto): boolean {
    if (standing.you || accepted !== true || this.adults.viewOf(standing).state === 'signed') return false;
    return (
      idNumber !== undefined && !this.adults.isTriedOut(standing) && isOwnNumber(idNumber, standing.adult.idNumber)
    );
  }
}

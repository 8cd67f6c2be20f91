import type { PartnerHereView } from '@jinmen/shared/bookings/views';
import type { PartnerHereDto } from '@jinmen/shared/dto/booking-partner.dto';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../platform/database/transactions';
import { Problem } from '../../../platform/http/problem';
import type { AskedPerson } from '../../identity/identity-checks.port';
import { People } from '../../identity/people.port';
import { bookingProblems } from '../booking-problems';
import { BookingViews } from '../booking-views.service';
import type { OpenedBooking } from '../bookings.repository';
import { partnerProblems } from './partner-problems';
import { PartnerQuestions } from './partner-questions.service';
import { partnerWords } from './partner-words';
import { readPhone } from './read-phone';
import { SecondPersons } from './second-person.service';
import { StandingAskings } from './standing-askings.service';

/**
 * The second person says yes on the first one's phone, in turn. The identity bureau is asked, so it is no act under an
 * idempotency key: said again by the same person it is answered as before.
 */
@Injectable()
export class PartnerHere {
  constructor(
    private readonly standing: StandingAskings,
    private readonly questions: PartnerQuestions,
    private readonly people: People,
    private readonly second: SecondPersons,
    private readonly views: BookingViews,
    private readonly transactions: Transactions,
  ) {}

  /**
   * The same answer, no sooner, whether the register does not know them so or something else stands against them:
   * whoever owns the phone learns nothing of the other (design §6, security.md T6). Of a partner who said yes anywhere
   * else nothing typed here is looked at: it is `booking.nothing-asked`, right or wrong.
   * @throws Problem 400 at the fields; 409 `booking.nothing-asked`; 429 `identity.too-many`.
   */
  async agree(accountId: string, id: string, typed: PartnerHereDto): Promise<PartnerHereView> {
    const asked = this.questions.read(typed);
    const phone = readPhone(typed.phone);
    const opened = await this.standing.booking(id);
    if (await this.saidHere(opened, accountId, asked)) return this.confirmed(opened, accountId);
    await this.standing.askedBy(accountId, opened);
    if ((await this.people.findOf(accountId))?.idNumber === asked.idNumber) throw partnerProblems.yourselfHere();
    if (!this.questions.canAsk) return { outcome: 'later', words: partnerWords.notConnected };
    const began = performance.now();
    const answer = await this.questions.ask(accountId, id, asked);
    if (answer === 'unavailable') return { outcome: 'later', words: partnerWords.later };
    const agreed = answer === 'confirmed' ? await this.settle(accountId, id, asked, phone) : undefined;
    if (agreed) return this.confirmed(agreed, accountId);
    await this.questions.untilFloor(began);
    return { outcome: 'not-here', words: partnerWords.notHere };
  }

  /** None when anything stands against it: why is for the other person's own phone alone. */
  private async settle(
    accountId: string,
    id: string,
    { name, idNumber, birth }: AskedPerson,
    phone: string | undefined,
  ): Promise<OpenedBooking | undefined> {
    const work = async () => {
      const { opened, asking } = await this.standing.askedBy(accountId, await this.standing.locked(id));
      const personId = await this.people.record(name, idNumber);
      const person = { personId, name, idNumber, birth, ...(phone !== undefined && { phone }) };
      const said = await this.second.agree(opened, asking, { ...person, way: 'this-phone' });
      if ('refusal' in said) throw bookingProblems.refused(said.refusal);
      return said.agreed;
    };
    return this.transactions.run(work).catch((error: unknown) => {
      if (error instanceof Problem) return undefined;
      throw error;
    });
  }

  /** A yes that was said on this phone before, said again: it may have been answered and not heard. @throws Problem 429 */
  private async saidHere(opened: OpenedBooking, accountId: string, { name, idNumber }: AskedPerson): Promise<boolean> {
    const { row, parties } = opened;
    const holder = parties.find((party) => party.row.role === 'holder');
    const partner = parties.find((party) => party.row.role === 'partner');
    const isHere =
      row.state === 'confirmed' && partner?.row.way === 'this-phone' && holder?.row.accountId === accountId;
    if (!isHere || (await this.standing.isChanging(row.id))) return false;
    // the answer says whether it is their number: a question like any other, and counted before it is looked at
    await this.questions.count(accountId, idNumber);
    const person = await this.people.find(partner.row.personId);
    return person?.idNumber === idNumber && person.name === name;
  }

  private async confirmed(opened: OpenedBooking, accountId: string): Promise<PartnerHereView> {
    return { outcome: 'confirmed', booking: await this.views.one(opened, accountId) };
  }
}

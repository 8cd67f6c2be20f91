import type { BookingView } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { People } from '../../identity/people.port';
import { bookingProblems } from '../booking-problems';
import { BookingViews } from '../booking-views.service';
import { ChangeEnds } from './change-ends.service';
import { partnerProblems } from './partner-problems';
import { partnerWords } from './partner-words';
import { SecondPersons } from './second-person.service';
import { StandingAskings } from './standing-askings.service';

/** What the two do about another time on accounts of their own. Inside the transaction of its idempotency key. */
@Injectable()
export class ChangeAnswers {
  constructor(
    private readonly standing: StandingAskings,
    private readonly people: People,
    private readonly second: SecondPersons,
    private readonly ends: ChangeEnds,
    private readonly views: BookingViews,
  ) {}

  /** By the one who is asked. @throws Problem 409 `booking.nothing-asked`, 403 `booking.others-word`. */
  async agree(accountId: string, id: string): Promise<BookingView> {
    const { opened, asking, role } = await this.standing.of(await this.standing.locked(id), accountId, 'change');
    if (asking.asked !== role) throw partnerProblems.notYours();
    const person = await this.people.acting(accountId, partnerWords.problems.realName);
    const said = await this.second.agree(opened, asking, { ...person, accountId, way: 'own-phone' });
    if ('refusal' in said) throw bookingProblems.refused(said.refusal);
    return this.views.one(said.agreed, accountId);
  }

  /** By the one who proposed it. @throws as `agree`. */
  async withdraw(accountId: string, id: string): Promise<BookingView> {
    const { opened, asking, role } = await this.standing.of(await this.standing.locked(id), accountId, 'change');
    if (asking.asked === role) throw partnerProblems.notYours();
    return this.views.one(await this.ends.end(opened, asking, 'withdrawn'), accountId);
  }
}

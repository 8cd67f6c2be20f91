import type { BookingInvitationView, BookingView } from '@jinmen/shared/bookings/views';
import type { AgreeToBookingDto } from '@jinmen/shared/dto/booking-partner.dto';
import { Injectable } from '@nestjs/common';
import { bookingProblems } from '../booking-problems';
import { BookingViews } from '../booking-views.service';
import type { OpenedBooking } from '../bookings.repository';
import { AnsweringPeople } from './answering-people.service';
import type { Asking } from './asking.entity';
import { LinkLooks } from './link-looks.service';
import { Links } from './links.service';
import { partnerProblems } from './partner-problems';
import { readPhone } from './read-phone';
import { SecondPersons } from './second-person.service';
import { StandingAskings } from './standing-askings.service';

/** The side of whoever was sent a link. */
@Injectable()
export class Answers {
  constructor(
    private readonly links: Links,
    private readonly looks: LinkLooks,
    private readonly answering: AnsweringPeople,
    private readonly standing: StandingAskings,
    private readonly second: SecondPersons,
    private readonly views: BookingViews,
  ) {}

  /**
   * Anybody who has the link may look. Whoever is signed in is remembered as somebody to remind, whatever they answer;
   * of a no only they themselves are told.
   * @throws Problem 404 for a link nobody made.
   */
  async look(token: string, accountId?: string): Promise<BookingInvitationView> {
    const { asking, link, state } = await this.links.find(token, accountId);
    if (state !== 'open') return { state };
    const opened = await this.standing.booking(asking.bookingId);
    const about = await this.looks.about(opened, asking, accountId !== undefined);
    if (accountId === undefined || (await this.isAskers(opened, asking, accountId))) return { state, ...about };
    if (link) await this.answering.opened(link, accountId);
    const youDeclined = await this.answering.hasDeclined(asking, accountId);
    return { state, ...about, ...(youDeclined && { youDeclined: true }) };
  }

  /**
   * Inside the transaction of its idempotency key. The link is good once; by somebody whom it is not for it stays as it
   * was. @throws Problem 403 `identity.required`, `consent.required`; 404; 409 `booking-invitation.used` …, and what `SecondPersons` refuses.
   */
  async agree(accountId: string, token: string, dto: AgreeToBookingDto): Promise<BookingView> {
    const person = await this.answering.named(accountId);
    const known = await this.links.findOpen(token, accountId);
    const opened = await this.standing.locked(known.asking.bookingId);
    const { asking } = await this.links.findOpen(token, accountId);
    const phone = readPhone(dto.phone);
    const answer = { ...person, way: 'own-phone', accountId, ...(phone !== undefined && { phone }) } as const;
    const said = await this.second.agree(opened, asking, answer);
    if ('refusal' in said) throw bookingProblems.refused(said.refusal);
    return this.views.one(said.agreed, accountId);
  }

  /**
   * A row of its own and nothing else: no step, no version, no message, no lock of the booking, no line in the log of
   * acts, until the moment the asking would have ended anyway (docs/adr/0019). @throws as `agree`, but for the name.
   */
  async decline(accountId: string, token: string): Promise<void> {
    const { asking, link } = await this.links.findOpen(token, accountId);
    const opened = await this.standing.booking(asking.bookingId);
    if (await this.isAskers(opened, asking, accountId)) throw partnerProblems.yourself();
    if (link) await this.answering.opened(link, accountId);
    await this.answering.decline(asking, accountId);
  }

  private async isAskers(opened: OpenedBooking, { asked }: Asking, accountId: string): Promise<boolean> {
    const role = await this.standing.roleOf(opened, accountId);
    return role !== undefined && role !== asked;
  }
}

import { readIdNumber } from '@jinmen/shared/kernel/id-number';
import { seaScattering } from '@jinmen/shared/services/sea-scattering/service';
import { MOST_ABOARD } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import type { PhoneAnswer, PhonedIn } from '../../../bureaus/funeral-affairs/funeral-affairs.port';
import { Clock } from '../../../platform/clock';
import { Outbox } from '../../../platform/outbox/outbox';
import { Bookings } from '../../bookings/bookings.port';
import { type Farewell, Farewells } from '../farewells/farewells.port';
import { Voyages } from '../voyages/voyages.port';
import { phoneWords } from './phone-words';

type Said = Omit<PhoneAnswer, 'queryNo'>;

/**
 * Somebody telephones, or comes to the desk: the same farewell and the same booking as from a phone of their own.
 * Whatever comes of it is read out to them. Inside the callback's transaction.
 */
@Injectable()
export class PhoneDesk {
  constructor(
    private readonly farewells: Farewells,
    private readonly bookings: Bookings,
    private readonly voyages: Voyages,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async take(call: PhonedIn): Promise<true> {
    const answer: PhoneAnswer = { queryNo: call.queryNo, ...(await this.answer(call)) };
    await this.outbox.append({
      topic: 'sea-scattering.phone-answered',
      bureau: 'funeral-affairs',
      order: call.queryNo,
      payload: answer,
    });
    return true;
  }

  private async answer(call: PhonedIn): Promise<Said> {
    const { applicant } = call;
    if ('problem' in readIdNumber(applicant.idNumber, this.clock.today())) {
      return { outcome: 'refused', words: phoneWords.wrongNumber };
    }
    const farewell = await this.signUp(call);
    if (farewell.applicant?.idNumber !== applicant.idNumber) return { outcome: 'already', words: phoneWords.already };
    const { number } = farewell;
    if (farewell.bookingId !== undefined || farewell.state !== 'signed-up') {
      return { outcome: 'already', farewell: number, words: phoneWords.hasPlace };
    }
    if (call.aboard > MOST_ABOARD) return { outcome: 'signed-up', farewell: number, words: phoneWords.largeFamily };
    if (call.voyage === undefined) return { outcome: 'signed-up', farewell: number };
    return this.place(farewell, call.voyage);
  }

  private signUp({ queryNo, applicant, deceased, way, aboard, ashore, papers }: PhonedIn): Promise<Farewell> {
    const { name, idNumber, phone } = applicant;
    const company = { aboard: way === 'proxy' ? 0 : aboard, ashore: way === 'proxy' ? 0 : ashore, named: [] };
    return this.farewells.signUpByDesk({
      reference: queryNo,
      applicant: { name, idNumber },
      phone,
      ...(papers && { papersSeen: papers }),
      sections: { way, deceased, company },
    });
  }

  private async place(farewell: Farewell, windowId: string): Promise<Said> {
    const { id, applicant, phone, accountId, number } = farewell;
    const voyage = await this.voyages.find(windowId);
    if (!voyage || !applicant) return { outcome: 'full', farewell: number, words: phoneWords.noSuchVoyage };
    const placed = await this.bookings.placeFor({
      service: seaScattering.code,
      kind: 'voyage',
      windowId: voyage.id,
      person: applicant,
      ...(accountId !== undefined && { accountId }),
      ...(phone !== undefined && { phone }),
      details: { farewell: id },
      until: 'confirmed',
    });
    if (placed.kind === 'no-place') return { outcome: 'full', farewell: number, words: phoneWords.full };
    if (placed.kind === 'not-them') return { outcome: 'signed-up', farewell: number, words: phoneWords.noSuchVoyage };
    return { outcome: 'placed', number: placed.booking.number, farewell: number };
  }
}

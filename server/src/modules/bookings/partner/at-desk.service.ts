import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import type { BookingPerson, BookingRefusal } from '../bookable-service.port';
import type { BookingOutcome } from '../bookings.port';
import { BookingsRepository } from '../bookings.repository';
import { AskingsRepository } from './askings.repository';
import { SecondPersons } from './second-person.service';

/** The other person came to a desk, ID in hand, before the asking ended; whichever way was chosen. */
@Injectable()
export class AtDesk {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly askings: AskingsRepository,
    private readonly second: SecondPersons,
    private readonly clock: Clock,
  ) {}

  /** Inside the caller's transaction. The refusal is for whoever stands at the desk. */
  async agree(service: string, number: string, person: BookingPerson): Promise<BookingOutcome | BookingRefusal> {
    const opened = await this.bookings.findForUpdate({ service, number });
    if (!opened) return 'unknown';
    const [asking] = await this.askings.standing(opened.row.id);
    const isIn = opened.parties.some(({ row }) => row.role === 'partner' && row.personId === person.personId);
    if (!asking || asking.until <= this.clock.now()) return isIn ? 'already' : 'not-possible';
    const said = await this.second.agree(opened, asking, { ...person, way: 'desk' });
    return 'refusal' in said ? said.refusal : 'done';
  }
}

import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { readIdNumber } from '@jinmen/shared/kernel/id-number';
import { marriageRegistration } from '@jinmen/shared/services/marriage-registration/service';
import { Injectable } from '@nestjs/common';
import type { DeskAnswer, RegistryPerson } from '../../bureaus/marriage-registry/marriage-registry.port';
import { Clock } from '../../platform/clock';
import { Outbox } from '../../platform/outbox/outbox';
import { type BookingOutcome, Bookings } from '../bookings/bookings.port';
import { People } from '../identity/people.port';
import { Openings } from '../openings/openings.port';
import { SlotDesk, SlotInventory } from '../slot-inventory/slot-inventory.port';
import { deskWords } from './marriage-words';
import type { DeskAnswered } from './registry-messages';

const SERVICE = marriageRegistration.code;
const BUREAU = 'marriage-registry';

export interface PartnerCame {
  readonly queryNo: string;
  readonly number: string;
  readonly person: RegistryPerson;
}

/** What happens at the registries' counters, as it changes bookings and windows here. Inside the callback's transaction. */
@Injectable()
export class RegistryDesk {
  constructor(
    private readonly bookings: Bookings,
    private readonly people: People,
    private readonly outbox: Outbox,
    private readonly openings: Openings,
    private readonly inventory: SlotInventory,
    private readonly windows: SlotDesk,
    private readonly clock: Clock,
  ) {}

  async checkIn(number: string, at: Date): Promise<boolean> {
    return wasTaken(await this.bookings.checkIn(SERVICE, number, at));
  }

  async excuse(number: string, why: string): Promise<boolean> {
    return wasTaken(await this.bookings.excuse(SERVICE, number, why));
  }

  /** Whatever comes of it is said to the counter alone, where the person stands. */
  async partnerCame({ queryNo, number, person }: PartnerCame): Promise<true> {
    const answer: DeskAnswered = { queryNo, number, ...(await this.confirm(number, person)) };
    await this.outbox.append({
      topic: 'marriage-registration.desk-answered',
      bureau: BUREAU,
      order: queryNo,
      payload: answer,
    });
    return true;
  }

  /** Nothing is cancelled: who has a time there keeps the booking and is offered others. */
  async closeDay(site: string, day: CivilDate, why: string): Promise<true> {
    await this.openings.putException(SERVICE, { site, day, what: { open: false, why } }, BUREAU, why);
    const open = (await this.inventory.windows({ service: SERVICE, sites: [site], from: day, to: day })).filter(
      ({ closed }) => !closed,
    );
    if (open.length === 0) return true;
    await this.windows.apply(open.map(({ id }) => ({ act: 'close', windowId: id, why })));
    await this.bookings.displace(
      open.map(({ id }) => id),
      why,
    );
    return true;
  }

  private async confirm(number: string, { name, idNumber }: RegistryPerson): Promise<Said> {
    const read = readIdNumber(idNumber, this.clock.today());
    if ('problem' in read) return { outcome: 'refused', words: deskWords.wrongNumber };
    if (!(await this.bookings.findByNumber(SERVICE, number))) return { outcome: 'unknown' };
    const personId = await this.people.record(name, idNumber);
    const came = await this.bookings.confirmAtDesk(SERVICE, number, { personId, name, idNumber, birth: read.birth });
    if (typeof came === 'object') return { outcome: 'refused', words: came.words };
    return SAID[came];
  }
}

type Said = Pick<DeskAnswer, 'outcome' | 'words'>;

const SAID: Readonly<Record<BookingOutcome, Said>> = {
  done: { outcome: 'confirmed' },
  already: { outcome: 'already' },
  'not-possible': { outcome: 'refused', words: deskWords.notNow },
  unknown: { outcome: 'unknown' },
};

function wasTaken(outcome: BookingOutcome): boolean {
  return outcome === 'done' || outcome === 'already';
}

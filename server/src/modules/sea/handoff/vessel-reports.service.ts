import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { seaScattering } from '@jinmen/shared/services/sea-scattering/service';
import { Injectable } from '@nestjs/common';
import { BureauNonsense } from '../../../platform/bureau-http/bureau-answer';
import { Bookings } from '../../bookings/bookings.port';
import { LEFT_WITHOUT } from '../farewells/farewell-words';
import { Voyages } from '../voyages/voyages.port';
import { VoyagesDesk } from '../voyages/voyages-desk.port';

const SERVICE = seaScattering.code;
const BUREAU = { kind: 'bureau', id: 'funeral-affairs' } as const;

/** What the vessel says of a whole voyage, and of a family it left without. Inside the callback's transaction. */
@Injectable()
export class VesselReports {
  constructor(
    private readonly voyages: Voyages,
    private readonly desk: VoyagesDesk,
    private readonly bookings: Bookings,
  ) {}

  /** False for one nobody has, or that was suspended before. @throws BureauNonsense before the voyage's own day. */
  async sailed(id: string, at: Date): Promise<boolean> {
    const voyage = await this.voyages.find(id);
    if (!voyage || voyage.state === 'suspended') return false;
    if (dayInShanghai(at.getTime()) < voyage.day) throw new BureauNonsense(BUREAU.id, 'occurredAt');
    if (voyage.state !== 'sailed') await this.desk.sailed(id, BUREAU, '船上报来的');
    return true;
  }

  /** Nothing is cancelled: families keep their booking and wait for one plan for all of them. */
  async off(id: string, why: string): Promise<boolean> {
    const voyage = await this.voyages.find(id);
    if (!voyage || voyage.state === 'sailed') return false;
    await this.desk.suspend(id, why, BUREAU, '船上报来的');
    return true;
  }

  /**
   * The place went with the vessel and the sign-up stays: the family can choose another day, and is among those who are
   * called. False for a place nobody has, one that is over, of a family that came, or before its voyage left.
   */
  async leftWithout(number: string, at: Date): Promise<boolean> {
    const booking = await this.bookings.findByNumber(SERVICE, number);
    if (!booking || at < booking.window.startsAt) return false;
    const outcome = await this.bookings.callOff(booking.id, LEFT_WITHOUT);
    return outcome === 'done' || outcome === 'already';
  }
}

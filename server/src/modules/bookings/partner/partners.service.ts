import type { BookingAct, PartnerWay } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { Clock, instantOf } from '../../../platform/clock';
import { SlotInventory, type SlotWindow } from '../../slot-inventory/slot-inventory.port';
import type { Booking } from '../bookable-service.port';
import { FreedUnits } from '../freed-units.service';
import { PolicyRegistry } from '../policy-registry';
import type { Asking } from './asking.entity';
import { AskingsRepository } from './askings.repository';
import { type AskedNow, Partners } from './partners.port';

const HOUR_MS = 3_600_000;
const ABOUT_THE_OTHER: readonly BookingAct[] = ['invite', 'confirm-here', 'choose-desk'];

@Injectable()
export class PartnersService extends Partners {
  constructor(
    private readonly askings: AskingsRepository,
    private readonly slots: SlotInventory,
    private readonly freed: FreedUnits,
    private readonly policies: PolicyRegistry,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Asked again, only the way changes: the time to answer is the one it was. */
  async ask(booking: Booking, way: PartnerWay): Promise<Date> {
    const standing = await this.askings.find(booking.id, 'join');
    if (standing) {
      await this.askings.setWay(standing, way);
      return standing.until;
    }
    const until = this.until(booking, [booking.window]);
    await this.askings.add({ bookingId: booking.id, asked: 'partner', way, until });
    return until;
  }

  /** What was proposed before is no longer. */
  async propose(booking: Booking, holdId: string, windowId: string, by: 'holder' | 'partner'): Promise<Date> {
    const window = await this.slots.findWindow(windowId);
    if (!window) throw new Error(`there is no window ${windowId} any more`);
    const before = await this.askings.find(booking.id, 'change');
    if (before) await this.giveUp(before, booking, 'withdrawn');
    const until = this.until(booking, booking.state === 'displaced' ? [window] : [booking.window, window]);
    const asked = by === 'holder' ? 'partner' : 'holder';
    await this.askings.add({ bookingId: booking.id, asked, way: 'own-phone', until, change: { holdId, windowId } });
    return until;
  }

  async now(bookingId: string): Promise<AskedNow> {
    const standing = await this.askings.standing(bookingId);
    const join = standing.find(({ purpose }) => purpose === 'join');
    const change = standing.find(({ purpose }) => purpose === 'change');
    const { holdId, windowId } = change ?? {};
    return {
      ...(join && { asked: { way: join.way, until: join.until.toISOString() } }),
      ...(change && holdId && windowId && { change: { holdId, windowId, until: change.until, asked: change.asked } }),
    };
  }

  acts({ state }: Booking, role: 'holder' | 'partner', { change }: AskedNow): readonly BookingAct[] {
    if (state === 'pending-partner') return role === 'holder' ? ABOUT_THE_OTHER : [];
    if (!change) return [];
    if (change.asked === role) return ['agree-change'];
    return change.asked === 'partner' ? ['withdraw-change', ...ABOUT_THE_OTHER] : ['withdraw-change'];
  }

  async forget(booking: Booking): Promise<void> {
    for (const asking of await this.askings.standing(booking.id)) await this.giveUp(asking, booking, 'lapsed');
  }

  /** Nothing came of it: what was held for it rests, so that nobody can tell from a free time what somebody said. */
  async giveUp(asking: Asking, { service, window }: Booking, as: 'lapsed' | 'withdrawn'): Promise<void> {
    await this.askings.end(asking, as);
    if (asking.holdId !== null) await this.freed.release(asking.holdId, service, window);
  }

  /** The shortest of them: at most to each cut-off, and where that is past to the beginning. */
  private until({ service }: Booking, windows: readonly SlotWindow[]): Date {
    const now = this.clock.now().getTime();
    const policy = this.policies.get(service);
    const hours = windows.map((window) => now + policy.timers(window).partnerHours * HOUR_MS);
    const ends = windows.map(({ closesAt, startsAt }) => (closesAt.getTime() > now ? closesAt : startsAt).getTime());
    return instantOf(Math.min(...hours, ...ends));
  }
}

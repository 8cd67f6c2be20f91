import type { SlotWindow } from '../slot-inventory/slot-inventory.port';
import type { BookableService, BookingTimers } from './bookable-service.port';
import { holdEnds, placeIn } from './booking-timers';

const at = (text: string) => new Date(`2026-12-01T${text}:00.000Z`);
const timers = { holdMinutes: 10, noShowMinutes: 60 } as BookingTimers; // the two that are asked for here
const window = {
  id: 'w1',
  pool: { site: 'north' },
  startsAt: at('02:00'),
  endsAt: at('02:30'),
  closesAt: at('01:00'),
} as SlotWindow; // what is asked of a window here
const policy = {
  kinds: [{ code: 'quiet' }, { code: 'farewell', grief: true }],
  timers: () => timers,
} as unknown as BookableService; // what is asked of a service here

describe('a time that is kept', () => {
  it('is kept for the minutes its service gives', () => {
    expect(holdEnds(at('00:49'), timers, window)).toEqual(at('00:59'));
  });

  it('is not kept past the moment nobody can book it any more', () => {
    expect(holdEnds(at('00:51'), timers, window)).toEqual(at('01:00'));
  });
});

describe('a booking for which nobody comes', () => {
  it('is a no-show so many minutes after its time has ended', () => {
    expect(placeIn(window, policy, 'quiet')).toEqual({
      site: 'north',
      windowId: 'w1',
      startsAt: at('02:00'),
      noShowAt: at('03:30'),
    });
  });

  it('in bereavement is none, not in a thousand years', () => {
    const { noShowAt } = placeIn(window, policy, 'farewell');
    expect(noShowAt.getUTCFullYear()).toBeGreaterThan(3026);
  });
});

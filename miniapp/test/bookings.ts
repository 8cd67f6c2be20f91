import type { BookingDayView, BookingView, PassView, SiteView, WindowView } from '@jinmen/shared/bookings/views';

/** A themed site; nobody has published more of it than this. */
export const aSite = (change: Partial<SiteView> = {}): SiteView => ({
  id: 'yifeng-street',
  name: '意风街',
  sort: 'themed',
  kinds: ['marriage'],
  district: '120105',
  districtName: '河北区',
  ...change,
});

/** 9:30 on a Saturday, in Tianjin. */
export const aWindow = (change: Partial<WindowView> = {}): WindowView => ({
  id: 'w1',
  site: 'yifeng-street',
  day: '2026-12-05',
  startsAt: '2026-12-05T01:30:00.000Z',
  endsAt: '2026-12-05T02:00:00.000Z',
  state: 'open',
  left: 3,
  opensAt: '2026-11-20T00:30:00.000Z',
  closesAt: '2026-12-04T07:00:00.000Z',
  sample: true,
  ...change,
});

export const aDay = (change: Partial<BookingDayView> = {}): BookingDayView => ({
  day: '2026-12-05',
  state: 'open',
  left: 8,
  capacity: 20,
  ...change,
});

/** Two people, both said yes. */
export const aBooking = (change: Partial<BookingView> = {}): BookingView => ({
  id: 'b1',
  number: 'JM-7KQ2M9',
  service: 'marriage-registration',
  kind: 'marriage',
  state: 'confirmed',
  version: 3,
  site: aSite(),
  window: aWindow(),
  parties: [
    { role: 'holder', name: '张*', you: true, confirmed: true },
    { role: 'partner', name: '李*', you: false, confirmed: true },
  ],
  acts: ['pass', 'reschedule', 'cancel'],
  steps: [],
  details: {},
  ...change,
});

export const aPass = (change: Partial<PassView> = {}): PassView => ({
  booking: 'b1',
  number: 'JM-7KQ2M9',
  code: '4821 7730',
  token: 'JM-7KQ2M9.48217730.q1w2e3',
  service: 'marriage-registration',
  kind: 'marriage',
  state: 'confirmed',
  site: aSite(),
  window: aWindow(),
  parties: aBooking().parties,
  bring: ['两个人的身份证'],
  ...change,
});

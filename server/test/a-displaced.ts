import { randomUUID } from 'node:crypto';
import { BookingsRepository } from '../src/modules/bookings/bookings.repository';
import { DisplacedRepository } from '../src/modules/bookings/displaced/displaced.repository';
import { PeopleService } from '../src/modules/identity/people.service';
import { type NewWindow, SlotDesk } from '../src/modules/slot-inventory/slot-inventory.port';
import { Transactions } from '../src/platform/database/transactions';
import { numbered } from './relief-house';
import type { TestServer } from './server';

let count = 0;

/** Somebody who lost their time and was told, for whoever calls them. */
export function aDisplaced({ app }: TestServer): Promise<string> {
  count += 1;
  const startsAt = new Date(Date.parse('2026-12-05T01:00:00Z') + count * 3_600_000);
  const [service, kind, site] = ['marriage-registration', 'marriage', 'jinmen-lake'];
  const window: NewWindow = {
    pool: { service, site, kind: 'registration' },
    ...{ day: '2026-12-05', startsAt, endsAt: new Date(startsAt.getTime() + 60_000), capacity: 1, heldBack: 0 },
    ...{ opensAt: new Date(startsAt.getTime() - 60_000), closesAt: startsAt, marks: {} },
  };
  const bookings = app.get(BookingsRepository, { strict: false });
  const displaced = app.get(DisplacedRepository, { strict: false });
  return app.get(Transactions).run(async () => {
    const [made] = await app.get(SlotDesk, { strict: false }).apply([{ act: 'open', window }]);
    if (made?.windowId === undefined) throw new Error('no window was opened');
    const number = numbered('19900101', String(count).padStart(3, '0'));
    const personId = await app.get(PeopleService, { strict: false }).record('测试新人', number);
    const id = randomUUID();
    const place = { windowId: made.windowId, startsAt, noShowAt: startsAt, holdId: randomUUID(), expiresAt: startsAt };
    const booking = { id, service, kind, site, ...place, details: {} };
    await bookings.addAll([[booking, { role: 'holder', personId, phone: '13812345678' }]]);
    await displaced.add(id);
    await displaced.told(id);
    return id;
  });
}

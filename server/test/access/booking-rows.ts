import { randomUUID } from 'node:crypto';
import type { BookingView } from '@jinmen/shared/bookings/views';
import { BookingRow } from '../../src/modules/bookings/booking.entity';
import { Bookings } from '../../src/modules/bookings/bookings.port';
import { Divorces } from '../../src/modules/marriage/divorces.service';
import { Divorce } from '../../src/modules/marriage/marriage.entity';
import { ReplacingDesk } from '../../src/modules/replacing/replacing-desk.port';
import { SlotDesk } from '../../src/modules/slot-inventory/slot-inventory.port';
import { Transactions } from '../../src/platform/database/transactions';
import { READING_ROOM } from '../fakes/reading-room';
import { openWindow } from '../reading-house';
import { type AccessHouse, call, must, type Person } from './access-house';
import type { Asked, Row, Rows } from './row';

const AT = '/bookings/{id}';
const PLACE = 'marriage-registration';
const WISH = { service: READING_ROOM, kind: 'desk', sites: ['north'], days: ['2026-12-10'] };
const DAYS = 'site=registry-120101&kind=counselling&from=2026-12-01&to=2026-12-02';

interface Booked {
  readonly id: string;
  readonly windowId: string;
  readonly owner: Person;
  readonly partner: Person;
  readonly token: string;
}

type Step = 'held' | 'confirmed' | 'pending' | 'asked' | 'both';

/** A desk for one, or a table for two up to where somebody has the next word. */
async function booked(house: AccessHouse, step: Step): Promise<Booked> {
  const kind = step === 'held' || step === 'confirmed' ? 'desk' : 'table';
  const [owner, partner] = [await house.person(), await house.person('1981-02-02')];
  const windowId = await openWindow(house.server, { kind, startsIn: house.nextDay(), capacity: 4 });
  const { id } = await must<BookingView>(call(owner, 'POST', '/bookings', { service: READING_ROOM, kind, windowId }));
  const made = { id, windowId, owner, partner, token: '' };
  if (step === 'held') return made;
  const body = step === 'confirmed' ? {} : { partnerWay: 'own-phone' };
  await must(call(owner, 'POST', `/bookings/${id}/confirmation`, body));
  if (step === 'confirmed' || step === 'pending') return made;
  const { token } = await must<{ token: string }>(call(owner, 'POST', `/bookings/${id}/invitations`, {}));
  if (step === 'both') await must(call(partner, 'POST', `/invitations/${token}/confirmation`, { agree: true }));
  return { ...made, token };
}

const another = (house: AccessHouse, kind: string) =>
  openWindow(house.server, { kind, startsIn: house.nextDay(), capacity: 4 });

/** The window was closed under it. */
async function displaced(house: AccessHouse): Promise<Booked> {
  const made = await booked(house, 'confirmed');
  const get = <Port>(port: abstract new (...args: never[]) => Port) => house.server.app.get(port, { strict: false });
  await house.run(async () => {
    await get(SlotDesk).apply([{ act: 'close', windowId: made.windowId, why: '停电' }]);
    await get(Bookings).displace([made.windowId], '停电');
  });
  return made;
}

/** And a round kept another time for it. */
async function replaced(house: AccessHouse): Promise<Booked> {
  const made = await displaced(house);
  await another(house, 'desk');
  const desk = house.server.app.get(ReplacingDesk, { strict: false });
  await desk.plan('J1001', READING_ROOM, 'displaced');
  await desk.apply('J1001', READING_ROOM, 'displaced', '停电一天');
  return made;
}

type Make = (house: AccessHouse) => Promise<Booked>;
const at =
  (step: Step): Make =>
  (house) =>
    booked(house, step);

/** Nobody came. */
const missed: Make = async (house) => {
  const made = await booked(house, 'confirmed');
  const { manager } = house.server.app.get(Transactions);
  await manager.update(BookingRow, { id: made.id }, { state: 'no-show', endedAt: new Date(0) });
  return made;
};

function of(make: Make, asked: Omit<Asked, 'at' | 'cast'> = {}): Row {
  const ask = async (house: AccessHouse) => {
    const { id, owner } = await make(house);
    return { at: { id }, cast: { owner }, theirs: [id], ...asked };
  };
  return { policy: 'owner-only', ask };
}

/** Two people, one of whom proposed another time; the word is the holder's or the partner's. */
function change(whoseWord: 'owner' | 'partner'): Row {
  const ask = async (house: AccessHouse): Promise<Asked> => {
    const made = await booked(house, 'both');
    const windowId = await another(house, 'table');
    await must(call(made.owner, 'POST', `/bookings/${made.id}/reschedule`, { windowId }));
    return { at: { id: made.id }, cast: { owner: made[whoseWord] }, body: {} };
  };
  return { policy: 'owner-only', ask };
}

const byLink = (body: object): Row => ({
  policy: 'link-holder',
  named: 'token',
  ask: async (house) => {
    const { token, partner } = await booked(house, 'asked');
    return { at: { token }, body, cast: { owner: partner } };
  },
});

const listed =
  (make: Make): Row['ask'] =>
  async (house) => {
    const { id, owner } = await make(house);
    return { cast: { owner }, theirs: [id] };
  };

export const bookingRows: Rows = {
  'POST /bookings': {
    policy: 'own-act',
    ask: async (house) => ({
      body: { service: READING_ROOM, kind: 'desk', windowId: await another(house, 'desk') },
      cast: { owner: await house.person() },
    }),
  },
  'GET /bookings': { policy: 'own-list', ask: listed(at('held')) },
  [`GET ${AT}`]: of(at('held')),
  [`DELETE ${AT}`]: of(at('confirmed'), { body: {} }),
  [`POST ${AT}/confirmation`]: of(at('held'), { body: {} }),
  [`POST ${AT}/renewal`]: of(at('held'), { body: {} }),
  [`POST ${AT}/reschedule`]: {
    policy: 'owner-only',
    ask: async (house) => {
      const { id, owner } = await booked(house, 'confirmed');
      return { at: { id }, cast: { owner }, body: { windowId: await another(house, 'desk') } };
    },
  },
  [`GET ${AT}/pass`]: of(at('confirmed')),
  [`POST ${AT}/pass/own-name`]: of(at('confirmed'), { body: {} }),
  [`POST ${AT}/invitations`]: of(at('pending'), { body: {} }),
  [`POST ${AT}/partner`]: {
    policy: 'owner-only',
    ask: async (house) => {
      const { id, owner, partner } = await booked(house, 'pending');
      return { at: { id }, cast: { owner }, body: { name: partner.name, idNumber: partner.idNumber, agree: true } };
    },
  },
  [`POST ${AT}/partner-way`]: of(at('pending'), { body: { way: 'desk' } }),
  [`POST ${AT}/change-agreement`]: change('partner'),
  [`POST ${AT}/change-withdrawal`]: change('owner'),
  [`POST ${AT}/later`]: of(replaced),
  [`PUT ${AT}/wishes`]: of(displaced, { body: { impossible: [], sites: [] } }),
  [`GET ${AT}/wishes`]: of(displaced),
  'GET /bookings/no-shows': { policy: 'own-list', ask: listed(missed) },
  'GET /invitations/{token}': {
    policy: 'anyone',
    named: 'token',
    ask: async (house) => ({ at: { token: (await booked(house, 'asked')).token } }),
  },
  'POST /invitations/{token}/confirmation': byLink({ agree: true }),
  'POST /invitations/{token}/decline': byLink({}),

  'POST /waitlist': {
    policy: 'own-act',
    ask: async (house) => ({ body: WISH, cast: { owner: await house.person() } }),
  },
  'GET /waitlist': {
    policy: 'own-list',
    ask: async (house) => {
      const { at: named, cast } = await waiting(house);
      return { cast, theirs: [named.id] };
    },
  },
  'GET /waitlist/{id}': { policy: 'owner-only', ask: waiting },
  'DELETE /waitlist/{id}': { policy: 'owner-only', ask: waiting },

  'GET /services': { policy: 'public', ask: async () => ({}) },
  'GET /services/{service}/sites': { policy: 'public', ask: async () => ({ at: { service: PLACE } }) },
  'GET /services/{service}/windows': {
    policy: 'public',
    ask: async () => ({ at: { service: PLACE }, query: DAYS }),
  },
  'GET /services/{service}/days': {
    policy: 'public',
    ask: async () => ({ at: { service: PLACE }, query: DAYS }),
  },
  'GET /marriage/divorce': {
    policy: 'own-list',
    ask: async (house) => {
      const [owner, partner] = [await house.person(), await house.person('1981-02-02')];
      return { cast: { owner }, theirs: [await aDivorce(house, [owner, partner])] };
    },
  },
};

/** A registry took what both of them signed. */
async function aDivorce(house: AccessHouse, people: readonly [Person, Person]): Promise<string> {
  const divorces = house.server.app.get(Divorces, { strict: false });
  const divorceNo = randomUUID();
  await house.run(() => divorces.accept({ divorceNo, site: 'heping', receivedOn: '2026-11-20', people }));
  const { manager } = house.server.app.get(Transactions);
  return (await manager.findOneByOrFail(Divorce, { divorceNo })).id;
}

async function waiting(house: AccessHouse) {
  const owner = await house.person();
  const { id } = await must(call(owner, 'POST', '/waitlist', WISH));
  return { at: { id }, cast: { owner } };
}

import type { BookingView } from '@jinmen/shared/bookings/views';
import { Boarding } from '../../src/modules/sea/boarding/boarding.port';
import { FamilyDesk } from '../../src/modules/sea/farewells/family-desk.port';
import { instantOf } from '../../src/platform/clock';
import { aVoyage } from '../a-voyage';
import { type AccessHouse, call, must, type Person } from './access-house';
import type { Asked, Row, Rows } from './row';

const AT = '/farewells/{id}';
const CONTACT = { phone: '13800005678', wantsCalls: false };

/** As much of an answer as is read here. */
interface FarewellView {
  readonly id: string;
  readonly version: number;
  readonly kin: readonly { readonly id: string }[];
}

interface Family {
  readonly id: string;
  readonly version: number;
  readonly owner: Person;
}

let families = 0;

/** Nobody else's: of a name and number of their own. */
function somebody() {
  families += 1;
  const last = '甲乙丙丁戊己庚辛壬癸';
  const name = `测试逝者${last[families % 10]}${last[Math.floor(families / 10) % 10]}${last[Math.floor(families / 100) % 10]}`;
  return { name, died: '2026-10-11' };
}

async function draft(house: AccessHouse, deceased: object = somebody()): Promise<Family> {
  const owner = await house.person();
  const { id } = await must<FarewellView>(call(owner, 'POST', '/farewells', {}));
  const typed = { version: 1, deceased, contact: CONTACT, company: { aboard: 1, ashore: 0, named: [] } };
  const { version } = await must<FarewellView>(call(owner, 'PATCH', `/farewells/${id}`, typed));
  return { id, version, owner };
}

async function signedUp(house: AccessHouse, deceased?: object): Promise<Family> {
  const family = await draft(house, deceased);
  const { version } = await must<FarewellView>(call(family.owner, 'POST', `/farewells/${family.id}/sign-up`, {}));
  return { ...family, version };
}

async function withdrawn(house: AccessHouse): Promise<Family> {
  const family = await signedUp(house);
  await must(call(family.owner, 'POST', `/farewells/${family.id}/withdrawal`, {}));
  return family;
}

/** With a place on a voyage they said yes to. */
export async function placed(
  house: AccessHouse,
): Promise<Family & { readonly number: string; readonly sails: string; readonly voyage: string }> {
  const family = await signedUp(house);
  const windowId = await aVoyage(house.server);
  const wish = { service: 'sea-scattering', kind: 'voyage', windowId, details: { farewell: family.id } };
  const { id, number, window } = await must<BookingView>(call(family.owner, 'POST', '/bookings', wish));
  await must(call(family.owner, 'POST', `/bookings/${id}/confirmation`, {}));
  return { ...family, number, sails: window.startsAt, voyage: windowId };
}

/** The vessel has said where and when. */
async function scattered(house: AccessHouse): Promise<Family> {
  const family = await placed(house);
  const { number, sails } = family;
  const report = { number, at: instantOf(Date.parse(sails)), latitude: 38.93, longitude: 117.97, vessel: '国宾9号' };
  const done = await house.run(() => house.server.app.get(Boarding, { strict: false }).scattered(report));
  if (done !== 'done') throw new Error(done);
  return family;
}

/** A sibling found the family, and asks to be part of it. */
async function found(
  house: AccessHouse,
): Promise<{ readonly family: Family; readonly sibling: Person; readonly ask: string }> {
  const deceased = somebody();
  const family = await signedUp(house, deceased);
  const other = await draft(house, deceased);
  const { body } = await call(other.owner, 'POST', `/farewells/${other.id}/sign-up`, {});
  return { family, sibling: other.owner, ask: (body.family as { readonly ask: string }).ask };
}

async function asked(house: AccessHouse) {
  const { family, sibling, ask } = await found(house);
  await must(call(sibling, 'POST', '/farewell-asks', { ask, relation: '妹妹' }));
  const { kin } = await must<FarewellView>(call(family.owner, 'GET', `/farewells/${family.id}`));
  return { family, sibling, kin: kin[0]?.id ?? '' };
}

/** Somebody asks to be part of a farewell; what they are in it. */
export async function relative(house: AccessHouse): Promise<string> {
  return (await asked(house)).kin;
}

/** A first colleague has seen their papers. */
export async function proposed(house: AccessHouse): Promise<string> {
  const kin = await relative(house);
  await house.server.app.get(FamilyDesk, { strict: false }).propose('J1099', kin, '户口簿看过');
  return kin;
}

async function invitation(house: AccessHouse): Promise<{ readonly token: string }> {
  const { id, owner } = await signedUp(house);
  return must(call(owner, 'POST', `/farewells/${id}/invitations`, {}));
}

function of(make: (house: AccessHouse) => Promise<Family>, asked: Omit<Asked, 'at' | 'cast'> = {}): Row {
  const ask = async (house: AccessHouse) => {
    const { id, owner } = await make(house);
    return { at: { id }, cast: { owner }, theirs: [id], ...asked };
  };
  return { policy: 'owner-only', ask };
}

const remembered = async (house: AccessHouse): Promise<Family> => {
  const family = await signedUp(house);
  await must(call(family.owner, 'PUT', `/farewells/${family.id}/memory`, { words: '想你' }));
  return family;
};

export const seaRows: Rows = {
  'POST /farewells': { policy: 'own-act', ask: async (house) => ({ body: {}, cast: { owner: await house.person() } }) },
  'GET /farewells': {
    policy: 'own-list',
    ask: async (house) => {
      const { id, owner } = await draft(house);
      return { cast: { owner }, theirs: [id] };
    },
  },
  [`GET ${AT}`]: of(draft),
  [`PATCH ${AT}`]: {
    policy: 'owner-only',
    ask: async (house) => {
      const { id, version, owner } = await draft(house);
      return { at: { id }, cast: { owner }, body: { version, way: 'proxy' } };
    },
  },
  [`DELETE ${AT}`]: of(draft),
  [`POST ${AT}/sign-up`]: of(draft, { body: {} }),
  [`POST ${AT}/withdrawal`]: of(signedUp, { body: {} }),
  [`POST ${AT}/restoration`]: of(withdrawn, { body: {} }),
  [`POST ${AT}/invitations`]: of(signedUp, { body: {} }),
  [`POST ${AT}/kin/{kin}/answer`]: {
    policy: 'owner-only',
    ask: async (house) => {
      const { family, kin, sibling } = await asked(house);
      return { at: { id: family.id, kin }, cast: { owner: family.owner, other: sibling }, body: { takeIn: true } };
    },
  },
  [`DELETE ${AT}/invitations`]: of(signedUp),
  [`DELETE ${AT}/kin/{kin}`]: {
    policy: 'owner-only',
    ask: async (house) => {
      const { family, kin, sibling } = await asked(house);
      return { at: { id: family.id, kin }, cast: { owner: family.owner, other: sibling } };
    },
  },
  [`PUT ${AT}/view-of-mine`]: {
    policy: 'owner-only',
    ask: async (house) => {
      const { family, kin, sibling } = await asked(house);
      await must(call(family.owner, 'POST', `/farewells/${family.id}/kin/${kin}/answer`, { takeIn: true }));
      return { at: { id: family.id }, cast: { owner: sibling }, body: { state: 'agrees' } };
    },
  },
  [`GET ${AT}/passes`]: of(placed),
  [`GET ${AT}/certificate`]: of(scattered),
  [`GET ${AT}/memory`]: of(remembered),
  [`PUT ${AT}/memory`]: of(signedUp, { body: { words: '想你' } }),
  [`DELETE ${AT}/memory`]: of(remembered),
  'GET /sea-certificates/{seal}': {
    policy: 'public',
    named: 'seal',
    ask: async (house) => {
      const { id, owner } = await scattered(house);
      const { seal } = await must<{ seal: string }>(call(owner, 'GET', `/farewells/${id}/certificate`));
      return { at: { seal } };
    },
  },
  'POST /farewell-asks': {
    policy: 'own-act',
    ask: async (house) => {
      const { sibling, ask } = await found(house);
      return { cast: { owner: sibling }, body: { ask, relation: '妹妹' } };
    },
  },
  'GET /farewell-asks': {
    policy: 'own-list',
    ask: async (house) => {
      const { sibling } = await asked(house);
      const { items } = await must<{ items: { id: string }[] }>(call(sibling, 'GET', '/farewell-asks'));
      return { cast: { owner: sibling }, theirs: items.map(({ id }) => id) };
    },
  },
  'GET /farewell-invitations/{token}': {
    policy: 'anyone',
    named: 'token',
    ask: async (house) => ({ at: { token: (await invitation(house)).token } }),
  },
  'POST /farewell-invitations/{token}/acceptance': {
    policy: 'link-holder',
    named: 'token',
    ask: async (house) => {
      const { token } = await invitation(house);
      return { at: { token }, body: { join: true, relation: '弟弟' }, cast: { owner: await house.person() } };
    },
  },
  'GET /voyages': { policy: 'public', ask: async () => ({}) },
  'GET /voyages/{id}': { policy: 'public', ask: async (house) => ({ at: { id: await aVoyage(house.server) } }) },
};

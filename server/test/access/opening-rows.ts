import { randomUUID } from 'node:crypto';
import { ReplacingDesk } from '../../src/modules/replacing/replacing-desk.port';
import { Clock } from '../../src/platform/clock';
import { READING_ROOM } from '../fakes/reading-room';
import { send } from '../resident';
import type { AccessHouse } from './access-house';
import type { Asked, Row, Rows } from './row';

const service = 'marriage-registration';
const reason = '场地布置';
const DAY = '2026-12-05';
const DAYS = { service, from: '2026-11-27', to: '2026-11-28', act: 'reopen' };
const TEMPLATE = {
  ...{ title: '试', pool: 'registration', sites: ['jinmen-lake'], usual: false, sample: true },
  times: [{ from: '09:00', to: '10:00', capacity: 2, heldBack: 0 }],
};

function operator(asked: Asked): Row {
  return { policy: 'operator-only', ask: async () => asked };
}

function reading(query: string): Row {
  return { policy: 'operator-and-auditor', ask: async () => ({ query }) };
}

/** Somebody on the list of a made-up service, in a plan; or whom a round left without a place, for whoever calls them. */
function round(body: object | undefined, applied = false): Row {
  const ask = async ({ server, replaced }: AccessHouse): Promise<Asked> => {
    const [id, since] = [randomUUID(), server.app.get(Clock).now()];
    replaced.list.push({
      id,
      history: id,
      name: '测试读者',
      phone: '13812345678',
      needs: { desks: applied ? 1000 : 1 },
      since,
      words: [],
    });
    const desk = server.app.get(ReplacingDesk, { strict: false });
    await desk.plan('J1001', READING_ROOM, 'sign-ups');
    if (applied) await desk.apply('J1001', READING_ROOM, 'sign-ups', '试一次');
    return { at: { service: READING_ROOM, kind: 'sign-ups', subject: id }, ...(body && { body }) };
  };
  return { policy: 'operator-only', ask };
}

const HOT_DAY = { name: '七夕', capacityPercent: 150, offers: ['ceremony'], reason };

/** It is there, to be removed. */
async function aHotDay(house: AccessHouse): Promise<Asked> {
  const path = `/api/v1/staff/openings/${service}/hot-days/${DAY}`;
  const headers = { ...house.as('operator', {}), 'idempotency-key': randomUUID() };
  const { status } = await send(house.server, 'PUT', path, HOT_DAY, headers);
  if (status >= 300) throw new Error(`a hot day was answered ${status}`);
  return { at: { service, day: DAY }, body: { reason } };
}

/** When windows open, and who is placed on what is left. */
export const openingRows: Rows = {
  'GET /staff/windows': reading(`service=${service}&day=2026-12-01`),
  'POST /staff/windows/preview': operator({ body: DAYS }),
  'POST /staff/windows/changes': operator({ body: { ...DAYS, reason } }),
  'GET /staff/openings': reading(`service=${service}`),
  'PUT /staff/openings/{service}/templates/{code}': operator({
    at: { service, code: 'try' },
    body: { ...TEMPLATE, reason },
  }),
  'PUT /staff/openings/{service}/settings': operator({
    at: { service },
    body: { horizonDays: 30, releaseAt: '08:30', shownDays: 7, cutOffMinutes: 60, reason },
  }),
  'PUT /staff/openings/{service}/days/{day}': operator({ at: { service, day: DAY }, body: { what: 'open', reason } }),
  'PUT /staff/openings/{service}/hot-days/{day}': operator({ at: { service, day: DAY }, body: HOT_DAY }),
  'POST /staff/openings/{service}/hot-days/{day}/removal': { policy: 'operator-only', ask: aHotDay },
  'PUT /staff/openings/{service}/sites/{site}': operator({
    at: { service, site: 'jinmen-lake' },
    body: { fields: { rainPlan: '下雨到屋里' }, source: '场地来函', reason },
  }),
  'POST /staff/replacing/{service}/{kind}/plan': round(undefined),
  'PUT /staff/replacing/{service}/{kind}/pins/{subject}': round({ slot: null }),
  'POST /staff/replacing/{service}/{kind}/application': round({ reason: '风大' }),
  'POST /staff/replacing/{service}/{kind}/calls/{subject}/number': round(undefined, true),
  'POST /staff/replacing/{service}/{kind}/calls/{subject}/done': round({ reason: '打通了' }, true),
};

import { type NewVoyage, VoyagesDesk } from '../src/modules/sea/voyages/voyages-desk.port';
import type { TestServer } from './server';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BY = { kind: 'staff', id: 'J1001' } as const;

let count = 0;

/** A voyage nobody has a place on yet, each on a day of its own from February 2027 on; open since long. */
export async function aVoyage({ app }: Pick<TestServer, 'app'>, given: Partial<NewVoyage> = {}): Promise<string> {
  count += 1;
  const startsAt = new Date(Date.parse('2027-02-01T00:30:00Z') + count * DAY_MS);
  const gather = new Date(startsAt.getTime() - 2 * HOUR_MS);
  const { id } = await app.get(VoyagesDesk, { strict: false }).open(
    {
      vessel: '国宾9号',
      ...{ startsAt, endsAt: new Date(startsAt.getTime() + 3 * HOUR_MS) },
      ...{ opensAt: new Date('2026-11-01T00:00:00Z'), closesAt: new Date(startsAt.getTime() - 3 * DAY_MS) },
      meeting: { place: '天津市殡仪服务总站', at: gather },
      timetable: [{ step: 'gather', at: gather }],
      capacity: { urns: 3, seats: 6 },
      ...given,
    },
    BY,
    '测试航次',
  );
  return id;
}

export async function aSuspendedVoyage(server: Pick<TestServer, 'app'>): Promise<string> {
  const id = await aVoyage(server);
  await server.app.get(VoyagesDesk, { strict: false }).suspend(id, '海上风大', BY, '海事局通知');
  return id;
}

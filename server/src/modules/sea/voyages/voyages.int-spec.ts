import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { aVoyage } from '../../../../test/a-voyage';
import { besideHeld } from '../../../../test/beside-held';
import { startServer, type TestServer } from '../../../../test/server';
import { Transactions } from '../../../platform/database/transactions';
import { Jobs } from '../../../platform/jobs/jobs';
import { WindowsDesk } from '../../bookings/windows-desk.port';
import { SlotInventory } from '../../slot-inventory/slot-inventory.port';
import { DEMONSTRATION_VOYAGES_JOB } from './demonstration-voyages.job';
import { Voyages } from './voyages.port';
import { VoyagesDesk } from './voyages-desk.port';

const BY = { kind: 'staff', id: 'J1001' } as const;
let server: TestServer;

beforeAll(async () => {
  server = await startServer({ SEA_DEMONSTRATION: 'on', CLOCK_AT: '2027-01-20T09:00:00Z' });
});
afterAll(() => server.end());

const desk = () => server.app.get(VoyagesDesk, { strict: false });

/** So many urns and seats of it are somebody's from now on. */
async function take(id: string, urns: number, seats: number): Promise<void> {
  const voyage = await server.app.get(Voyages, { strict: false }).find(id);
  if (!voyage) throw new Error('no voyage');
  const lines = [
    ...(urns > 0 ? [{ windowId: voyage.urnsWindowId, units: urns }] : []),
    ...(seats > 0 ? [{ windowId: voyage.seatsWindowId, units: seats }] : []),
  ];
  const hold = () => server.app.get(SlotInventory, { strict: false }).hold({ holder: randomUUID(), lines });
  expect(await server.app.get(Transactions).run(hold)).toMatchObject({ kind: 'held' });
}

async function view(id: string, aboard = ''): Promise<Record<string, unknown>> {
  const reply = await server.get(`/api/v1/voyages/${id}${aboard}`);
  expect(reply.status).toBe(200);
  return (await reply.json()) as Record<string, unknown>;
}

describe('a voyage as families see it', () => {
  it('says in a word whether there is room and never how much, and why it does not sail', async () => {
    const id = await aVoyage(server, { capacity: { urns: 10, seats: 10 } });
    const words = [(await view(id)).state];
    for (const [urns, seats] of [
      [1, 2],
      [1, 6],
      [1, 2],
    ] as const) {
      await take(id, urns, seats);
      words.push((await view(id)).state);
    }
    expect(words).toEqual(['open', 'open', 'nearly-full', 'full']);
    expect(JSON.stringify(await view(id))).not.toMatch(/left|capacity|taken|seats|urns/);
    await desk().suspend(id, '海上风大，船不能出海', BY, '海事局通知');
    expect(await view(id)).toMatchObject({ state: 'suspended', why: '海上风大，船不能出海' });
    await desk().resume(id, BY, '风停了');
    expect(await view(id)).toMatchObject({ state: 'full' });
    await desk().sailed(id, BY, '按时出海');
    expect((await view(id)).state).toBe('sailed');
    await expect(desk().suspend(id, '海上风大', BY, '记错了')).rejects.toMatchObject({ code: 'voyage.not-now' });
    expect((await server.get(`/api/v1/voyages/${randomUUID()}`)).status).toBe(404);
  });

  it('is judged by what the family that looks needs: urns alone where nobody comes aboard, seats for all of them', async () => {
    const id = await aVoyage(server, { capacity: { urns: 10, seats: 20 } });
    await take(id, 1, 18);
    expect(await view(id, '?aboard=5')).toMatchObject({ state: 'nearly-full', tooFewSeats: true });
    expect((await view(id, '?aboard=2')).tooFewSeats).toBeUndefined();
    await take(id, 1, 2);
    expect([(await view(id)).state, (await view(id, '?aboard=0')).state]).toEqual(['full', 'open']);
    const listed = async (query: string) => {
      const { voyages } = (await (
        await server.get(`/api/v1/voyages?from=2027-02-01&to=2027-03-10${query}`)
      ).json()) as {
        voyages: { id: string; state: string }[];
      };
      return voyages.find((each) => each.id === id)?.state;
    };
    expect([await listed(''), await listed('&aboard=0')]).toEqual(['full', 'open']);
    for (const wrong of ['-1', '13', '1.5', 'many']) {
      expect((await server.get(`/api/v1/voyages/${id}?aboard=${wrong}`)).status).toBe(400);
    }
  });

  it('is one of a list that is read again only when something changed', async () => {
    await server.app.get(Jobs).wake(DEMONSTRATION_VOYAGES_JOB);
    const read = (etag = '') => server.get('/api/v1/voyages?from=2027-01-21&to=2027-03-10', { 'if-none-match': etag });
    const first = await read();
    const { voyages } = (await first.json()) as { voyages: { day: string; state: string; sample?: true }[] };
    const samples = voyages.filter(({ sample }) => sample);
    expect(samples.map(({ day }) => day)).toEqual(samples.map(({ day }) => day).toSorted());
    expect(samples.map(({ state }) => state)).toEqual(
      ['over', 'open', 'open', 'open', 'open', 'open', 'open', 'open'].concat(Array(4).fill('planned')),
    );
    const etag = first.headers.get('etag') ?? '';
    expect((await read(etag)).status).toBe(304);
    await server.app.get(Jobs).wake(DEMONSTRATION_VOYAGES_JOB);
    expect((await read(etag)).status).toBe(304);
    expect((await server.get('/api/v1/voyages?from=2027-01-01&to=2028-01-01')).status).toBe(400);
  });
});

describe('whoever looks after a voyage', () => {
  it('changes where to meet only while nobody was told, and never takes a place away by a number', async () => {
    const id = await aVoyage(server, { capacity: { urns: 4, seats: 8 } });
    const meeting = { place: '母港东门', at: new Date('2027-02-03T22:00:00Z') };
    await desk().change(id, { meeting, capacity: { urns: 5 } }, BY, '码头换了门');
    expect(await view(id)).toMatchObject({ meeting: { place: '母港东门', at: meeting.at.toISOString() } });
    await take(id, 3, 6);
    await expect(desk().change(id, { meeting }, BY, '又换了')).rejects.toMatchObject({ code: 'voyage.has-families' });
    const smaller = desk().change(id, { capacity: { urns: 4, seats: 5 } }, BY, '换小船');
    await expect(smaller).rejects.toMatchObject({ code: 'voyage.below-taken' });
    const [shown] = (await desk().list('2027-01-21', '2027-05-01')).filter((each) => each.id === id);
    expect(shown).toMatchObject({ capacity: { urns: 5, seats: 8 }, taken: { urns: 3, seats: 6 }, families: 1 });
    expect(await desk().touched(id)).toEqual({ families: 1, urns: 3, seats: 6 });
    expect([await desk().suspend(id, '大雾', BY, '海事局'), await desk().suspend(id, '大雾', BY, '海事局')]).toEqual([
      0, 0,
    ]);
  });

  it('is led to 航次 from where windows are closed one by one: half a voyage would leave families on the other half', async () => {
    const id = await aVoyage(server);
    const { day } = (await view(id)) as { day: CivilDate };
    const close = { service: 'sea-scattering', from: day, to: day, act: 'close', why: '风大' } as const;
    const windows = server.app.get(WindowsDesk, { strict: false });
    const refused = { code: 'windows.kept-elsewhere', detail: expect.stringMatching(/航次.*停航/) };
    await expect(windows.preview(close)).rejects.toMatchObject(refused);
    await expect(windows.change(close, 'J1001', '风大')).rejects.toMatchObject(refused);
    expect((await view(id)).state).toBe('open');
  });

  it('opens no voyage twice, and none whose times contradict each other', async () => {
    const startsAt = new Date('2027-04-03T00:30:00Z');
    const times = { startsAt, endsAt: new Date('2027-04-03T03:30:00Z'), closesAt: new Date('2027-04-01T08:00:00Z') };
    const meeting = { place: '殡仪服务总站', at: new Date('2027-04-02T22:30:00Z') };
    await aVoyage(server, { ...times, meeting });
    await expect(aVoyage(server, { ...times, meeting })).rejects.toMatchObject({ code: 'voyage.already' });
    const wrong = { ...times, meeting: { ...meeting, at: new Date('2027-04-03T01:00:00Z') } };
    await expect(aVoyage(server, wrong)).rejects.toMatchObject({ code: 'voyage.times' });
  });

  it('changes nothing of where to meet under a family that is just being given a place', async () => {
    const startsAt = new Date('2027-05-05T00:30:00Z');
    const times = { startsAt, endsAt: new Date('2027-05-05T03:30:00Z'), closesAt: new Date('2027-05-01T08:00:00Z') };
    const id = await aVoyage(server, {
      ...times,
      meeting: { place: '殡仪服务总站', at: new Date('2027-05-04T22:30:00Z') },
    });
    const meeting = { place: '母港东门', at: new Date('2027-05-04T22:00:00Z') };
    const changed = await besideHeld(
      server.app.get(Transactions),
      () => take(id, 1, 2),
      () => desk().change(id, { meeting }, BY, '码头换了门'),
    );
    expect(changed).toMatchObject({ status: 'rejected', reason: { code: 'voyage.has-families' } });
    expect(await view(id)).toMatchObject({ meeting: { place: '殡仪服务总站' } });
  });
});

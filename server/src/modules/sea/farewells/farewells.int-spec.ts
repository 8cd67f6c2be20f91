import { randomUUID } from 'node:crypto';
import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { newReader, type Reader, type ReadingHouse, startReadingHouse } from '../../../../test/reading-house';
import { type Reply, send } from '../../../../test/resident';

let house: ReadingHouse;

beforeAll(async () => {
  house = await startReadingHouse();
});
afterAll(() => house.end());

const call = (who: Reader, method: string, path: string, body?: unknown, key: string = randomUUID()): Promise<Reply> =>
  send(house.server, method, `/api/v1${path}`, body, {
    authorization: `Bearer ${who.accountId}`,
    'idempotency-key': key,
  });
const seen = ({ status, body }: Reply): FarewellView => {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as unknown as FarewellView;
};
const problem = (status: number, code: string) => ({ status, body: expect.objectContaining({ code }) });

describe('a draft', () => {
  it('begins with nothing, keeps each section as it was typed, and shows numbers by their ends alone', async () => {
    const who = await newReader(house.server);
    const { id, version } = seen(await call(who, 'POST', '/farewells', {}));
    const deceased = { name: '测试 逝者', idNumber: '11010519491231002x', died: '2026-10-01' };
    const contact = { phone: '138 0000 5678', wantsCalls: true };
    const changed = seen(await call(who, 'PATCH', `/farewells/${id}`, { version, deceased, contact }));
    expect(changed).toMatchObject({
      version: 2,
      deceased: { name: '测试逝者', idNumber: '1****************X' },
      phone: '138****5678',
    });
    const again = { version: 1, deceased: changed.deceased, contact: { phone: changed.phone, wantsCalls: true } };
    expect(seen(await call(who, 'PATCH', `/farewells/${id}`, again)).version).toBe(2);
    const wrong = { version: 2, deceased: { ...deceased, idNumber: '110105194912310021' } };
    expect((await call(who, 'PATCH', `/farewells/${id}`, wrong)).body).toMatchObject({
      errors: [{ field: 'deceased.idNumber', code: 'id-number.check-digit' }],
    });
    const stale = await call(who, 'PATCH', `/farewells/${id}`, { version: 1, ashes: { place: 'at-home' } });
    expect(stale).toMatchObject(problem(409, 'farewell.stale'));
    expect(stale.body).toMatchObject({ current: { version: 2 } });
    const other = await newReader(house.server);
    expect((await call(other, 'GET', `/farewells/${id}`)).status).toBe(404);
    expect((await call(other, 'GET', '/farewells')).body).toEqual({ items: [] });
  });
});

import { randomUUID } from 'node:crypto';
import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { DataSource } from 'typeorm';
import { accountOf } from '../../../../test/an-account';
import { columnsOf } from '../../../../test/canary';
import { legalHolds } from '../../../../test/legal-holds';
import { notSigned } from '../../../../test/not-signed';
import { newReader, type Reader, type ReadingHouse, startReadingHouse } from '../../../../test/reading-house';
import { answered, type Reply, send } from '../../../../test/resident';
import { SignedFarewells } from './signed-farewells';

const contact = { phone: '13800005678', wantsCalls: false };

let house: ReadingHouse;

beforeAll(async () => {
  house = await startReadingHouse();
});
afterAll(async () => {
  const past = await notSigned(house.server, SignedFarewells);
  await house.end();
  expect(past).toEqual([]);
});

const call = (who: Reader, method: string, path: string, body?: unknown, key: string = randomUUID()): Promise<Reply> =>
  send(house.server, method, `/api/v1/farewells${path}`, body, {
    authorization: `Bearer ${who.accountId}`,
    'idempotency-key': key,
  });
const begin = (who: Reader) => call(who, 'POST', '', {});
const throwAway = (who: Reader, id: string, key?: string) => call(who, 'DELETE', `/${id}`, undefined, key);
const idOf = (reply: Reply) => answered<FarewellView>(reply).id;
const problem = (status: number, code: string) => ({ status, body: expect.objectContaining({ code }) });
/** With a telephone in it, and whatever else is given. */
const drafted = async (who: Reader, more: object = {}): Promise<string> => {
  const id = idOf(await begin(who));
  answered(await call(who, 'PATCH', `/${id}`, { version: 1, contact, ...more }));
  return id;
};
const signUp = async (who: Reader, id: string) => answered(await call(who, 'POST', `/${id}/sign-up`, {}));
const putDown = async (who: Reader, id: string) =>
  answered<FarewellView>(await call(who, 'POST', `/${id}/withdrawal`, {}));
/** Every column in which the text stands as it is. */
const placesOf = async (text: string): Promise<readonly string[]> => {
  const places = await columnsOf(house.server.app.get(DataSource));
  return places.flatMap(({ where, bytes }) => (bytes.includes(text) ? [where] : [])).sort();
};

describe('a draft of a farewell that is thrown away', () => {
  it('is in no table and on no list any more, with words its owner kept beside it; that it was done is on record', async () => {
    const who = await newReader(house.server);
    const id = await drafted(who, { deceased: { name: '测试逝者', died: '2026-10-01' } });
    answered(await call(who, 'PUT', `/${id}/memory`, { words: '想你' }));
    await putDown(who, id);
    answered(await call(who, 'POST', `/${id}/restoration`));
    const other = await drafted(who);
    expect(await placesOf(id)).toEqual(
      expect.arrayContaining(['farewell.id', 'farewell_step.farewell_id', 'sea_memory.farewell_id']),
    );
    expect((await throwAway(who, id)).status).toBe(204);
    expect(await placesOf(id)).toEqual(['audit_row.object']);
    const acts: { action: string; actor_id: string }[] = await house.transactions.manager.query(
      'SELECT action, actor_id FROM audit_row WHERE `object` = ? ORDER BY at, id',
      [`farewell:${id}`],
    );
    expect(acts.map(({ action }) => action)).toContain('farewell.deleted');
    expect(new Set(acts.map((act) => act.actor_id))).toEqual(new Set([who.accountId]));
    const { items } = (await call(who, 'GET', '')).body as { items: readonly { id: string }[] };
    expect(items.map((item) => item.id)).toEqual([other]);
  });

  it('is answered the same again under its key, also when the answer was missed, and is unknown under another', async () => {
    const who = await newReader(house.server);
    const [id, key] = [await drafted(who), randomUUID()];
    const both = await Promise.all([throwAway(who, id, key), throwAway(who, id, key)]);
    expect([...both, await throwAway(who, id, key)].map(({ status }) => status)).toEqual([204, 204, 204]);
    for (const [method, path, body] of [
      ['DELETE', '', undefined],
      ['GET', '', undefined],
      ['PATCH', '', { version: 2 }],
      ['POST', '/sign-up', {}],
      ['POST', '/restoration', {}],
    ] as const)
      expect((await call(who, method, `/${id}${path}`, body)).status).toBe(404);
  });

  it('may have been put down before it was signed up, and says on either page that it can be thrown away', async () => {
    const who = await newReader(house.server);
    const id = await drafted(who);
    expect(answered<FarewellView>(await call(who, 'GET', `/${id}`)).acts).toContain('throw-away');
    expect((await putDown(who, id)).acts).toEqual(['restore', 'throw-away']);
    expect((await throwAway(who, id)).status).toBe(204);
  });

  it('was never signed up: what was, stays whole, also after it was put down, and no page offers it', async () => {
    const who = await newReader(house.server);
    const id = await drafted(who, { deceased: { name: '测试逝者', died: '2026-10-02' } });
    await signUp(who, id);
    const refused = await throwAway(who, id);
    expect(refused).toMatchObject(problem(409, 'farewell.draft-only'));
    expect(refused.body.detail).toBe('登记过的不能删，写过的都替您留着。想停下来，请用“先不办了”。');
    const down = await putDown(who, id);
    expect(await throwAway(who, id)).toMatchObject(problem(409, 'farewell.draft-only'));
    expect(answered(await call(who, 'GET', `/${id}`))).toEqual(down);
    expect(down.acts).toEqual(['restore']);
  });

  it('is wanted by no court: one that is stays whole, says so in plain words, and goes afterwards', async () => {
    const who = await newReader(house.server);
    const id = await drafted(who);
    const holds = legalHolds(house.server);
    await holds.hold(`farewell:${id}`, '王某', '法院来函');
    const before = answered(await call(who, 'GET', `/${id}`));
    const refused = await throwAway(who, id);
    expect(refused).toMatchObject(problem(409, 'farewell.kept'));
    expect(refused.body.detail).toContain('这份按规定要先留着');
    expect(answered(await call(who, 'GET', `/${id}`))).toEqual(before);
    await holds.release(`farewell:${id}`, '王某', '案子结了');
    expect((await throwAway(who, id)).status).toBe(204);
  });

  it('put under a hold in the same moment is one or the other: nobody is told that it stays and finds it gone', async () => {
    const holds = legalHolds(house.server);
    for (let round = 0; round < 6; round += 1) {
      const who = await newReader(house.server);
      const id = await drafted(who);
      const [held, gone] = await Promise.all([holds.hold(`farewell:${id}`, '王某', '法院来函'), throwAway(who, id)]);
      expect([held, gone.status]).toEqual(held ? [true, 409] : [false, 204]);
      expect((await call(who, 'GET', `/${id}`)).status).toBe(held ? 200 : 404);
    }
  });

  it('signed up in the same moment is one or the other: never half of both', async () => {
    for (let day = 10; day < 16; day += 1) {
      const who = await newReader(house.server);
      const id = await drafted(who, { deceased: { name: '测试逝者', died: `2026-10-${day}` } });
      const [signed, gone] = await Promise.all([call(who, 'POST', `/${id}/sign-up`, {}), throwAway(who, id)]);
      const codes = [signed.status, gone.status];
      expect([
        [200, 409],
        [404, 204],
      ]).toContainEqual(codes);
      const claims = 'SELECT COUNT(*) AS count FROM farewell_deceased WHERE farewell_id = ?';
      expect(await house.count(claims, [id])).toBe(gone.status === 204 ? 0 : 1);
      expect((await call(who, 'GET', `/${id}`)).status).toBe(gone.status === 204 ? 404 : 200);
    }
  });

  it('takes with it what its owner keeps beside it in the same moment', async () => {
    for (let round = 0; round < 12; round += 1) {
      const who = await newReader(house.server);
      const id = await drafted(who);
      const keep = () => call(who, 'PUT', `/${id}/memory`, { words: '想你' });
      const [kept, gone] = await Promise.all([keep(), throwAway(who, id)]);
      expect(gone.status).toBe(204);
      expect([200, 404]).toContain(kept.status);
      expect(await placesOf(id)).toEqual(['audit_row.object']);
    }
  });

  it('is nobody else’s to throw away, and nobody of the family is part of it yet', async () => {
    const [who, other] = [await newReader(house.server), await newReader(house.server)];
    const id = await drafted(who);
    const [theirs, random] = [await throwAway(other, id), await throwAway(other, randomUUID())];
    expect([theirs.status, theirs.body]).toEqual([404, random.body]);
    expect(await call(who, 'POST', `/${id}/invitations`, {})).toMatchObject(problem(409, 'farewell.not-now'));
    expect(answered<FarewellView>(await call(who, 'GET', `/${id}`))).toMatchObject({ state: 'draft', kin: [] });
  });
});

describe('drafts of farewells', () => {
  it('are fifty at most, put down or not, also when several are begun at once, until one is thrown away or signed up', async () => {
    const who = await newReader(house.server);
    await accountOf(house.server, who.accountId);
    const first = await drafted(who);
    await putDown(who, first);
    for (let made = 1; made < 48; made += 1) expect((await begin(who)).status).toBe(201);
    const last = await Promise.all([begin(who), begin(who), begin(who), begin(who)]);
    expect(last.map(({ status }) => status).toSorted()).toEqual([201, 201, 409, 409]);
    const refused = last.find(({ status }) => status === 409);
    expect(refused).toMatchObject(problem(409, 'farewell.too-many-drafts'));
    const restored = answered<FarewellView>(await call(who, 'POST', `/${first}/restoration`));
    expect(restored.state).toBe('draft');
    expect((await begin(who)).status).toBe(409);
    const begun = last.find(({ status }) => status === 201);
    expect((await throwAway(who, begun ? idOf(begun) : '')).status).toBe(204);
    expect([(await begin(who)).status, (await begin(who)).status]).toEqual([201, 409]);
    await signUp(who, first);
    expect([(await begin(who)).status, (await begin(who)).status]).toEqual([201, 409]);
    expect((await begin(await newReader(house.server))).status).toBe(201);
  });
});

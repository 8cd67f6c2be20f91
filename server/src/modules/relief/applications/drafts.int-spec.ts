import { randomUUID } from 'node:crypto';
import type { FieldValues } from '@jinmen/shared/applications/field';
import { accountOf } from '../../../../test/an-account';
import { legalHolds } from '../../../../test/legal-holds';
import { numbered, type ReliefHouse, startReliefHouse, viewOf } from '../../../../test/relief-house';
import { Transactions } from '../../../platform/database/transactions';

const LIVING = 'minimum-living-allowance';
const CARE = 'disability-care-subsidy';
const NUMBER = numbered('20150101');
const MASKED = `9${'*'.repeat(16)}${NUMBER.slice(-1)}`;
const child = { id: 'm1', name: '测试乙', idNumber: NUMBER, relation: 'child' } as const;

let house: ReliefHouse;

beforeAll(async () => {
  house = await startReliefHouse();
});
afterAll(() => house.end());

describe('a draft', () => {
  it('needs a session and programmes only', async () => {
    const reply = await house.resident().post('', { programmes: [CARE, LIVING] });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ version: 1, state: 'draft', programmes: [LIVING, CARE], fields: {}, cases: [] });
  });

  it.each([
    ['nothing', {}],
    ['an empty list', { programmes: [] }],
    ['a code the catalogue lacks', { programmes: ['no-such-programme'] }],
    ['something more', { programmes: [LIVING], state: 'open' }],
  ])('is not made of %s', async (_, body) => {
    expect((await house.resident().post('', body)).status).toBe(400);
  });

  it('keeps what was typed as it was typed, and when', async () => {
    const anna = house.resident();
    const { id, version } = await anna.draft([LIVING]);
    const fields: FieldValues = { 'applicant.phone': '138', 'fact:household.memberCount': null, statement: '难处' };
    const changed = viewOf(await anna.call('PATCH', `/${id}`, { version, fields }));
    expect(changed).toMatchObject({ version: version + 1, fields });
    expect(Object.keys(changed.changedAt).sort()).toEqual(Object.keys(fields).sort());
    const next = { version: changed.version, fields: { statement: null } };
    const emptied = viewOf(await anna.call('PATCH', `/${id}`, next));
    expect(emptied.fields).toEqual({ 'applicant.phone': '138', 'fact:household.memberCount': null });
  });

  it('shows only the ends of a number, and takes it back masked as unchanged', async () => {
    const anna = house.resident();
    const draft = await anna.draft([LIVING], { 'household.members': [child] });
    expect(draft.fields['household.members']).toEqual([{ ...child, idNumber: MASKED }]);
    const renamed = [{ ...child, idNumber: MASKED, name: '测试·乙' }];
    const { version } = viewOf(
      await anna.call('PATCH', `/${draft.id}`, { version: draft.version, fields: { 'household.members': renamed } }),
    );
    const rows: { fields: Buffer }[] = await house.server.app
      .get(Transactions)
      .manager.query('SELECT fields FROM relief_application WHERE id = ?', [draft.id]);
    expect(Buffer.from(rows[0]?.fields ?? '').toString('latin1')).not.toContain(NUMBER);
    const stranger = [{ ...child, id: 'm2', idNumber: MASKED }];
    const refused = await anna.call('PATCH', `/${draft.id}`, { version, fields: { 'household.members': stranger } });
    expect(refused.body.errors).toMatchObject([
      { field: 'fields.household.members.0.idNumber', code: 'id-number.masked' },
    ]);
  });

  it('hands in the whole number where the phone only ever saw its ends', async () => {
    const anna = house.resident();
    const { id, version } = await anna.filledDraft([LIVING], { 'household.members': [child] });
    const masked = [{ ...child, idNumber: MASKED }];
    viewOf(await anna.call('PATCH', `/${id}`, { version, fields: { 'household.members': masked } }));
    const { cases } = viewOf(await anna.post(`/${id}/submission`));
    await house.delivered();
    expect(house.bureaus['social-assistance'].effects('filed')).toContainEqual(
      expect.objectContaining({
        caseNo: cases[0]?.id,
        members: [{ name: '测试乙', idNumber: NUMBER, relation: 'child' }],
      }),
    );
  });

  it.each([
    ['a field nobody knows', { 'applicant.income': 1 }, 'field.unknown'],
    ['a fact nobody knows', { 'fact:household.x': 1 }, 'fact.unknown'],
    ['what only an office can settle', { 'fact:household.property': true }, 'fact.staff-only'],
    ['a number where a text belongs', { 'applicant.phone': 1 }, 'field.unreadable'],
    ['a text without end', { statement: 'x'.repeat(4001) }, 'field.unreadable'],
    ['people who are none', { 'household.members': [{ name: 'x' }] }, 'field.unreadable'],
  ])('does not take %s, and says so at the field', async (_, fields, code) => {
    const anna = house.resident();
    const { id, version } = await anna.draft([LIVING]);
    const refused = await anna.call('PATCH', `/${id}`, { version, fields });
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      [expect.objectContaining({ field: `fields.${Object.keys(fields)[0]}`, code })],
    ]);
    expect((await anna.view(id)).version).toBe(version);
  });

  it('changed on another phone is shown beside, and nothing of this one is written', async () => {
    const anna = house.resident();
    const { id, version } = await anna.draft([LIVING]);
    viewOf(await anna.call('PATCH', `/${id}`, { version, fields: { statement: '一' } }));
    const late = await anna.call('PATCH', `/${id}`, { version, fields: { statement: '二' } });
    expect([late.status, late.body]).toMatchObject([
      409,
      { code: 'application.stale', current: { version: version + 1, fields: { statement: '一' } } },
    ]);
    const again = await anna.call('PATCH', `/${id}`, { version, fields: { statement: '一' } });
    expect([again.status, again.body.version]).toEqual([200, version + 1]);
  });

  it('of two phones at the same moment takes one change and shows it to the other', async () => {
    const anna = house.resident();
    const { id, version } = await anna.draft([LIVING]);
    const both = ['一', '二'].map((statement) => anna.call('PATCH', `/${id}`, { version, fields: { statement } }));
    const replies = await Promise.all(both);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await anna.view(id)).version).toBe(version + 1);
  });

  it('may be for other programmes after all, and keeps what was typed', async () => {
    const anna = house.resident();
    const { id, version } = await anna.draft([LIVING], { statement: '难处' });
    const changed = viewOf(await anna.call('PATCH', `/${id}`, { version, programmes: [CARE, LIVING] }));
    expect(changed).toMatchObject({ programmes: [LIVING, CARE], fields: { statement: '难处' } });
  });

  it('is one of fifty at most, also when several are begun at once, until one is thrown away', async () => {
    const anna = house.resident();
    await accountOf(house.server, anna.accountId);
    const begin = () => anna.post('', { programmes: [LIVING] });
    for (let made = 0; made < 48; made += 1) expect((await begin()).status).toBe(201);
    const last = await Promise.all([begin(), begin(), begin(), begin()]);
    expect(last.map(({ status }) => status).toSorted()).toEqual([201, 201, 409, 409]);
    const refused = last.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'application.too-many-drafts' });
    const { id } = viewOf(last.find(({ status }) => status === 201) ?? (await begin()));
    expect((await anna.call('DELETE', `/${id}`)).status).toBe(204);
    expect([(await begin()).status, (await begin()).status]).toEqual([201, 409]);
  });

  it('is gone once thrown away, and what was handed in cannot be', async () => {
    const anna = house.resident();
    const { id } = await anna.draft([LIVING]);
    expect((await anna.call('DELETE', `/${id}`)).status).toBe(204);
    expect((await anna.call('GET', `/${id}`)).status).toBe(404);
    expect((await anna.call('DELETE', `/${id}`)).status).toBe(404);
    const handedIn = await anna.submitted([CARE]);
    expect((await anna.call('DELETE', `/${handedIn.id}`)).body.code).toBe('application.draft-only');
    const late = await anna.call('PATCH', `/${handedIn.id}`, { version: handedIn.version, fields: { statement: 'x' } });
    expect(late.body).toMatchObject({ code: 'application.already-submitted', current: { state: 'open' } });
  });

  it('is not thrown away while a court wants it kept: its owner reads so in plain words, and can again afterwards', async () => {
    const anna = house.resident();
    const { id } = await anna.draft([LIVING]);
    const [holds, object] = [legalHolds(house.server), `relief_application:${id}`];
    await holds.hold(object, '王某', '法院来函');
    const { status, body } = await anna.call('DELETE', `/${id}`);
    expect([status, body.code]).toEqual([409, 'application.kept']);
    expect(body.detail).toBe('这份按规定要先留着，现在还不能删。不影响您办别的事。想问为什么，请打 12345。');
    expect((await anna.call('GET', `/${id}`)).status).toBe(200);
    await holds.release(object, '王某', '案子结了');
    expect((await anna.call('DELETE', `/${id}`)).status).toBe(204);
  });
});

describe('the list of applications', () => {
  it('is walked through page by page, the one that changed last first, and is one’s own', async () => {
    const anna = house.resident();
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) made.push((await anna.draft([LIVING])).id);
    await house.resident().draft([LIVING]);
    const seen: string[] = [];
    let path = '?limit=2';
    for (;;) {
      const { items, nextCursor } = (await anna.call('GET', path)).body as unknown as {
        items: { id: string; now: string }[];
        nextCursor?: string;
      };
      seen.push(...items.map(({ id }) => id));
      expect(items.every(({ now }) => now === '还没递出去')).toBe(true);
      if (nextCursor === undefined) break;
      path = `?limit=2&cursor=${encodeURIComponent(nextCursor)}`;
    }
    expect(seen.sort()).toEqual(made.sort());
  });
});

describe('somebody else’s application', () => {
  it('answers in everything like one that does not exist', async () => {
    const theirs = (await house.resident().submitted([CARE])).id;
    const anna = house.resident();
    const own = (await anna.submitted([CARE])).id;
    const routes: readonly (readonly [string, string, unknown?])[] = [
      ['GET', ''],
      ['PATCH', '', { version: 1 }],
      ['DELETE', ''],
      ['POST', '/authorisations', { member: 'applicant', accepted: true }],
      ['POST', '/submission', {}],
      ['POST', '/withdrawal', {}],
      ['GET', '/timeline'],
      ['GET', '/receipt'],
    ];
    for (const [method, path, body] of routes) {
      const ask = async (id: string) => {
        const { status, body: said, headers } = await anna.call(method, `/${id}${path}`, body);
        const { date: _date, 'x-request-id': _id, ...rest } = Object.fromEntries(headers);
        return { status, said, rest };
      };
      const [other, random, mine] = [await ask(theirs), await ask(randomUUID()), await ask(own)];
      expect(other).toEqual(random);
      expect(other.status).toBe(404);
      expect(mine.status).not.toBe(404);
    }
  });

  it('is not shown without a session', async () => {
    expect((await house.server.get('/api/v1/relief/applications')).status).toBe(401);
    expect((await house.server.post('/api/v1/relief/applications', '{"programmes":[]}')).status).toBe(401);
  });
});

import type { MandateView } from '@jinmen/shared/residents/mandates';
import { aMandate } from '../../../test/helped';
import { legalHolds } from '../../../test/legal-holds';
import { notSigned } from '../../../test/not-signed';
import { numbered, type TestResident } from '../../../test/relief-house';
import { type Reply, send } from '../../../test/resident';
import { bodyOf, daughter, mother, startWhomHouse, type WhomHouse } from '../../../test/whom-house';
import { AuditRow } from '../../platform/audit/audit-row.entity';
import { Transactions } from '../../platform/database/transactions';
import { MandateDesk } from './mandate-desk.port';
import { SignedMandates } from './signed-mandates';

const DESK = { staffId: 'J2001', offices: ['120111001'] };
const OTHER_DESK = { staffId: 'J2002', offices: ['120111002'] };

let whom: WhomHouse;
let helper: TestResident;
let day = 0;

beforeAll(async () => {
  whom = await startWhomHouse();
});
afterAll(async () => {
  const past = await notSigned(whom.house.server, SignedMandates);
  await whom.house.end();
  expect(past).toEqual([]);
});
beforeEach(async () => {
  day += 1;
  whom.at(new Date(Date.parse('2026-11-25T02:00:00Z') + day * 24 * 3600_000).toISOString());
  whom.name = { kind: 'confirmed' };
  helper = await whom.resident(daughter);
});

const accept = (who: TestResident, id: string, body: object = {}) =>
  whom.call(who, 'POST', `/mandates/${id}/acceptance`, body);
const desk = () => whom.house.server.app.get(MandateDesk, { strict: false });
const stop = (phone: string, code: string): Promise<Reply> =>
  send(whom.house.server, 'POST', '/api/v1/mandates/revocations', { phone, code });

/** What the helper gets for it, and for an id nobody ever had. */
async function asForARandomId(who: TestResident, id: string): Promise<void> {
  const none = await whom.call(who, 'GET', '/mandates/4b1f6d7e-0000-4000-8000-000000000000');
  const gone = await whom.call(who, 'GET', `/mandates/${id}`);
  expect([gone.status, gone.body]).toEqual([404, none.body]);
}

describe('asking to help', () => {
  it('reads back to the person by message who, what, until when, and one code', async () => {
    const view = await whom.asksToHelp(helper);
    expect(view).toMatchObject({ role: 'helper', name: '测试**', state: 'waiting', phone: '138****0009' });
    const { phone, text = '' } = whom.sent.at(-1) ?? {};
    expect(phone).toBe('13800000009');
    expect(text).toMatch(/^津门民政：测试\*\*想替您申请/);
    expect(text).toMatch(/只办这一件，到20\d\d\s年\s\d+\s月\s\d+\s日为止.*口令 \d{4} \d{4} 告诉来问您的这一位/);
    expect(text.length).toBeLessThanOrEqual(200);
    expect(whom.house.server.logs()).not.toMatch(new RegExp(`${mother.name}|${mother.idNumber}|13800000009`));
  });

  it.each(['other-name', 'no-such-number', 'deceased'] as const)(
    'tells the helper the same, and the person nothing, when the register says %s',
    async (because) => {
      const before = whom.sent.length;
      const told = async () => {
        const { id: _id, ...view } = await whom.asksToHelp(await whom.resident(daughter));
        return view;
      };
      whom.name = { kind: 'not-confirmed', because };
      const one = await told();
      whom.name = { kind: 'not-confirmed', because: 'other-name' };
      const other = await told();
      expect(one).toEqual(other);
      expect(one.state).toBe('not-confirmed');
      expect(whom.sent.length).toBe(before);
    },
  );

  it('is for five at once at most; one that is given up makes room', async () => {
    const asked: string[] = [];
    for (let wishes = 0; wishes < 5; wishes += 1) asked.push((await whom.asksToHelp(helper)).id);
    const { name, idNumber } = mother;
    const typed = { name, idNumber, street: '120111001', way: 'account', days: 30, programmes: ['old-age-allowance'] };
    const more = () => whom.call(helper, 'POST', '/mandates', typed);
    expect(await more()).toMatchObject({ status: 422, body: { code: 'mandate.too-many' } });
    expect((await whom.call(helper, 'DELETE', `/mandates/${asked[0]}`)).status).toBe(204);
    whom.at(new Date(Date.parse('2026-11-26T02:00:00Z') + day * 24 * 3600_000).toISOString());
    expect((await more()).status).toBe(201);
  });

  it('asks again when the bureau does not answer, and says meanwhile that it is being looked up', async () => {
    whom.name = { kind: 'unavailable' };
    const { name, idNumber } = mother;
    const typed = { name, idNumber, street: '120111001', way: 'account', days: 30 };
    const asked = await whom.call(helper, 'POST', '/mandates', { ...typed, programmes: ['old-age-allowance'] });
    expect(bodyOf<MandateView>(asked).state).toBe('checking');
    whom.name = { kind: 'confirmed' };
    await whom.house.delivered();
    expect(bodyOf<{ items: MandateView[] }>(await whom.call(helper, 'GET', '/mandates')).items).toMatchObject([
      { state: 'waiting', way: 'account' },
    ]);
  });

  it.each([
    ['oneself', { idNumber: daughter.idNumber }, 'idNumber', 'mandate.yourself'],
    ['a child', { idNumber: numbered('20170611') }, 'idNumber', 'mandate.minor'],
    ['somebody without a number to write to', { phone: '' }, 'phone', 'phone.missing'],
    ['somebody with a landline by message', { phone: '022-23456789' }, 'phone', 'phone.mobile'],
    ['what is in no list', { programmes: ['riches'] }, 'programmes', 'programme.unknown'],
  ])('is refused for %s', async (_what, more, field, code) => {
    const typed = { name: mother.name, idNumber: mother.idNumber, street: '120111001', way: 'sms', days: 90 };
    const all = { ...typed, phone: '13800000009', programmes: ['old-age-allowance'], ...more };
    const refused = await whom.call(helper, 'POST', '/mandates', all);
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toMatchObject([{ field, code }]);
  });
});

describe('the code', () => {
  it('says yes once, told by the person', async () => {
    const { id } = await whom.asksToHelp(helper);
    const code = whom.code();
    expect(bodyOf<MandateView>(await accept(helper, id, { code })).state).toBe('acting');
    expect((await accept(helper, id, { code })).body.code).toBe('mandate.not-waiting');
  });

  it('is good for five tries and a day; after that only another message helps', async () => {
    const { id } = await whom.asksToHelp(helper);
    const right = whom.code();
    const wrong = right.startsWith('1') ? '2222 2222' : '1111 1111';
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await accept(helper, id, { code: wrong })).body.code).toBe('mandate.wrong-code');
    }
    expect((await accept(helper, id, { code: right })).body.code).toBe('mandate.code-over');
    await whom.call(helper, 'POST', `/mandates/${id}/read-back`);
    await whom.house.delivered();
    const again = whom.code();
    whom.at(new Date(Date.parse('2026-11-26T02:00:01Z') + day * 24 * 3600_000).toISOString());
    expect((await accept(helper, id, { code: again })).body.code).toBe('mandate.code-over');
  });

  it('is sent three times at most, and never to anybody else’s wish', async () => {
    const { id } = await whom.asksToHelp(helper);
    const again = (who: TestResident) => whom.call(who, 'POST', `/mandates/${id}/read-back`);
    expect((await again(await whom.resident(daughter))).status).toBe(404);
    expect([(await again(helper)).status, (await again(helper)).status]).toEqual([200, 200]);
    expect((await again(helper)).body.code).toBe('mandate.enough-sent');
  });

  it('goes to one number five times a day, whoever asks; after that the street calls, and the helper is told so', async () => {
    const { id } = await whom.asksToHelp(helper);
    const again = () => whom.call(helper, 'POST', `/mandates/${id}/read-back`);
    expect([(await again()).status, (await again()).status]).toEqual([200, 200]);
    await whom.house.delivered();
    const other = await whom.resident(daughter);
    expect([(await whom.asksToHelp(other)).way, (await whom.asksToHelp(other)).way]).toEqual(['sms', 'sms']);
    const before = whom.sent.length;
    const sixth = await whom.asksToHelp(other);
    expect(sixth).toMatchObject({ state: 'waiting', way: 'call', words: expect.stringContaining('街道会打电话') });
    const { items } = bodyOf<{ items: MandateView[] }>(await whom.call(other, 'GET', '/mandates'));
    const bySms = items.find(({ way }) => way === 'sms')?.id ?? '';
    const refused = await whom.call(other, 'POST', `/mandates/${bySms}/read-back`);
    expect([refused.status, refused.body.code]).toEqual([429, 'mandate.too-many-texts']);
    await whom.house.delivered();
    expect(whom.sent.length).toBe(before);
  });

  it('stops it too, without an account, and says the same to a wrong one', async () => {
    const { id } = await whom.helps(helper);
    const code = whom.code();
    const wrong = await stop('13800000009', code.startsWith('1') ? '2222 2222' : '1111 1111');
    const elsewhere = await stop('13800000008', code);
    expect((await whom.call(helper, 'GET', `/mandates/${id}`)).status).toBe(200);
    const right = await stop('138 0000 0009', code);
    expect([wrong.status, elsewhere.status, right.status]).toEqual([200, 200, 200]);
    expect(new Set([wrong, elsewhere, right].map(({ body }) => JSON.stringify(body))).size).toBe(1);
    await asForARandomId(helper, id);
  });

  it('can be guessed at from one network ten times, not more', async () => {
    whom.at(new Date(Date.parse('2026-11-25T05:00:00Z') + day * 24 * 3600_000).toISOString());
    const replies: number[] = [];
    for (let tries = 0; tries < 11; tries += 1) replies.push((await stop('13800000009', '0000 0000')).status);
    expect(replies).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
  });
});

describe('the person’s own phone', () => {
  it('shows who wants to help, says yes, and stops it at once', async () => {
    const { id } = await whom.asksToHelp(helper, { way: 'account' });
    const herself = await whom.onOnePhone(mother);
    expect(bodyOf<{ items: MandateView[] }>(await whom.call(herself, 'GET', '/mandates')).items).toContainEqual(
      expect.objectContaining({ id, role: 'principal', name: '测试**', state: 'waiting' }),
    );
    // nobody says yes for her without the code
    expect((await accept(helper, id)).status).toBe(404);
    expect(bodyOf<MandateView>(await accept(herself, id)).state).toBe('acting');
    expect((await whom.call(herself, 'DELETE', `/mandates/${id}`)).status).toBe(204);
    await asForARandomId(helper, id);
    const [mine] = bodyOf<{ items: MandateView[] }>(await whom.call(herself, 'GET', '/mandates')).items;
    expect(mine).toMatchObject({ id, state: 'revoked' });
  });

  it('is nobody else’s: a stranger gets what a random id gets', async () => {
    const { id } = await whom.helps(helper);
    const stranger = await whom.resident({ name: '测试路人', idNumber: numbered('19750505'), birth: '1975-05-05' });
    await asForARandomId(stranger, id);
    expect((await whom.call(stranger, 'DELETE', `/mandates/${id}`)).status).toBe(404);
    expect((await whom.call(helper, 'GET', `/mandates/${id}`)).status).toBe(200);
  });
});

describe('its end', () => {
  it('comes by itself after the last day, not on it', async () => {
    const { id, until } = await whom.helps(helper, { days: 30 });
    whom.at(`${until}T15:59:59Z`);
    expect((await whom.call(helper, 'GET', `/mandates/${id}`)).status).toBe(200);
    whom.at(`${until}T16:00:00Z`);
    await asForARandomId(helper, id);
  });

  it('comes when the helper gives it up', async () => {
    const { id } = await whom.helps(helper);
    expect((await whom.call(helper, 'DELETE', `/mandates/${id}`)).status).toBe(204);
    await asForARandomId(helper, id);
  });

  it('leaves nothing of somebody the bureau did not confirm, unless a court wants it kept', async () => {
    whom.name = { kind: 'not-confirmed', because: 'other-name' };
    const { id } = await whom.asksToHelp(helper);
    const [holds, object] = [legalHolds(whom.house.server), `mandate:${id}`];
    expect(await holds.hold(object, '王某', '法院来函')).toBe(true);
    const { status, body } = await whom.call(helper, 'DELETE', `/mandates/${id}`);
    expect([status, body.code]).toEqual([409, 'mandate.kept']);
    expect(body.detail).toContain('按规定要先留着');
    expect((await whom.call(helper, 'GET', `/mandates/${id}`)).status).toBe(200);
    await holds.release(object, '王某', '案子结了');
    expect((await whom.call(helper, 'DELETE', `/mandates/${id}`)).status).toBe(204);
    expect(await whom.house.sql('SELECT 1 FROM mandate WHERE id = ?', [id])).toEqual([]);
  });
});

describe('the street', () => {
  it('reads its list without what does not open any more', async () => {
    const [{ id: broken }, { id: whole }] = [
      await whom.asksToHelp(helper, { way: 'call', phone: '02223456789' }),
      await whom.asksToHelp(helper, { way: 'call', phone: '02223456780' }),
    ];
    const { sql } = whom.house;
    const [row] = await sql<{ principal: Buffer }>('SELECT principal FROM mandate WHERE id = ?', [broken]);
    await sql("UPDATE mandate SET principal = X'00' WHERE id = ?", [broken]);
    const listed = (await desk().list(DESK)).items.map(({ id }) => id);
    expect([listed.includes(whole), listed.includes(broken)]).toEqual([true, false]);
    await sql('UPDATE mandate SET principal = ? WHERE id = ?', [row?.principal, broken]);
  });

  it('is told when more wait than are listed', async () => {
    const crowded = { staffId: 'J2009', offices: ['120101001'] };
    for (let count = 0; count < 100; count += 1) await aMandate(whom.house.server, '120101001', 'waiting');
    expect(await desk().list(crowded)).toMatchObject({ items: { length: 100 }, more: false });
    await aMandate(whom.house.server, '120101001', 'waiting');
    expect(await desk().list(crowded)).toMatchObject({ items: { length: 100 }, more: true });
  });

  it('reads it out, keeps the answer with a reason, and stops it; another street knows nothing of it', async () => {
    const { id } = await whom.asksToHelp(helper, { way: 'call', phone: '02223456789' });
    expect((await desk().list(OTHER_DESK)).items.map((each) => each.id)).not.toContain(id);
    expect((await desk().list(DESK)).items).toContainEqual(
      expect.objectContaining({ id, state: 'waiting', principal: '测试**', phone: '022****6789' }),
    );
    await expect(desk().call(OTHER_DESK, id)).rejects.toMatchObject({ status: 404 });
    expect(await desk().call(DESK, id)).toMatchObject({
      phone: '02223456789',
      script: expect.stringContaining(`您好，是${mother.name}吗`),
    });
    await desk().answer(DESK, id, true, '本人接的，说愿意');
    expect(bodyOf<MandateView>(await whom.call(helper, 'GET', `/mandates/${id}`)).state).toBe('acting');
    await desk().stop(DESK, id, '本人打来电话说不用了');
    await asForARandomId(helper, id);
    const { manager } = whom.house.server.app.get(Transactions);
    const acts = await manager.findBy(AuditRow, { object: `mandate:${id}` });
    expect(acts.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['mandate.number-shown', 'mandate.begun', 'mandate.revoked']),
    );
  });
});

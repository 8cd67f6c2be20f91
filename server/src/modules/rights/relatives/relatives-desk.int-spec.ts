import { randomUUID } from 'node:crypto';
import { KINSHIPS } from '@jinmen/shared/residents/relatives';
import { askedFor } from '../../../../test/a-deceased-request';
import { KNOWN_COLLEAGUE } from '../../../../test/identity-desk';
import { RelativesHouse } from '../../../../test/relatives-house';
import { Identity, type IdentityAnswer } from '../../../bureaus/identity/identity.port';
import { AuditRow } from '../../../platform/audit/audit-row.entity';
import { StaffApart } from '../../../platform/audit/staff-apart.port';
import { Transactions } from '../../../platform/database/transactions';
import { DeceasedRequest } from './deceased-request.entity';

let house: RelativesHouse;

beforeAll(async () => {
  house = await RelativesHouse.start();
});
afterAll(() => house.end());
afterEach(() => jest.restoreAllMocks());

const manager = () => house.app.get(Transactions).manager;
const requests = () => manager().count(DeceasedRequest);
const bureauSays = (answer: IdentityAnswer) =>
  jest.spyOn(house.app.get(Identity, { strict: false }), 'verify').mockResolvedValue(answer);
const notTaken = async (because: string) =>
  (await manager().findBy(AuditRow, { action: 'deceased-request.not-taken' })).filter(({ facts }) =>
    facts.includes(`"because":"${because}"`),
  ).length;
const seen = async (who: { readonly phone: { send: (method: string, path: string) => Promise<{ body: unknown }> } }) =>
  JSON.stringify((await who.phone.send('GET', '/api/v1/accesses')).body);

describe('what a relative asks for at a street', () => {
  it('is on record under its own name once the bureau says that the person died, and stands masked before that street alone', async () => {
    const { status, body } = await house.record({ relativeName: '李四光', need: '替 13812345678 办抚恤' });
    expect([status, body.state, body.mine]).toEqual([201, 'recorded', true]);
    const lists = await Promise.all([house.clerk, house.second, house.elsewhere].map((who) => house.listed(who)));
    const [own, seconds, elsewhere] = lists.map((items) => items.find(({ id }) => id === body.id));
    expect([own?.mine, seconds?.mine, elsewhere]).toEqual([true, false, undefined]);
    expect(String(seconds?.relative)).toMatch(/^李\*光 9\*{16}.$/);
    expect(JSON.stringify(lists)).not.toMatch(/13812345678|李四光/);
    const [row] = await manager().findBy(AuditRow, { object: `deceased-request:${body.id}` });
    expect([row?.actorId, row?.action]).toEqual(['J2001', 'deceased-request.recorded']);
    expect(await manager().countBy(AuditRow, { action: 'deceased-requests.read', actorKind: 'staff' })).toBe(3);
  });

  it.each<[string, IdentityAnswer]>([
    ['alive', { kind: 'confirmed' }],
    ['of another name', { kind: 'not-confirmed', because: 'other-name' }],
    ['unknown', { kind: 'not-confirmed', because: 'no-such-number' }],
  ])('is answered in the same words for somebody %s, and the record alone knows why', async (_who, answer) => {
    const because = answer.kind === 'not-confirmed' ? answer.because : 'alive';
    const [before, known] = [await requests(), await notTaken(because)];
    bureauSays(answer);
    const { status, body } = await house.record();
    expect([status, body.code]).toEqual([404, 'deceased-request.not-found']);
    expect(body.detail).toBe(
      '按这个姓名和身份证号，没有查到能办的。请照着证明再核对一遍；都对上了还是这样，请打 12345 问。',
    );
    expect(await requests()).toBe(before);
    expect(await notTaken(because)).toBe(known + 1);
  });

  it('is told to whoever is alive and was said to be dead, and to nobody whose number was mistyped', async () => {
    const anna = await house.access.person();
    bureauSays({ kind: 'not-confirmed', because: 'other-name' });
    await house.record({ deceasedIdNumber: anna.idNumber });
    expect(await seen(anna)).not.toContain('没有给');
    bureauSays({ kind: 'confirmed' });
    await house.record({ deceasedIdNumber: anna.idNumber });
    expect(await seen(anna)).toContain('报的是您的姓名和号码，没有给');
  });

  it('is neither taken nor refused while the bureau says nothing, and can be sent again as it was', async () => {
    const before = await requests();
    const typed = { deceasedIdNumber: (await house.access.person()).idNumber };
    const silent = bureauSays({ kind: 'unavailable' });
    for (let times = 0; times < 6; times += 1) {
      const { status, body } = await house.record(typed, await house.colleague('J2001-6'));
      expect([status, body.code]).toEqual([503, 'deceased-request.later']);
    }
    expect(await requests()).toBe(before);
    silent.mockRestore();
    expect((await house.record(typed, await house.colleague('J2001-6'))).status).toBe(201);
  });

  it('is on record once, however often the same key comes: twice at once, or again when no answer arrived', async () => {
    const who = await house.colleague('J2001-8');
    const [before, sent] = [await requests(), { 'idempotency-key': randomUUID(), ...who }];
    const typed = askedFor();
    const twice = await Promise.all([house.record(typed, sent), house.record(typed, sent)]);
    const replies = [...twice, await house.record(typed, sent)];
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(await requests()).toBe(before + 1);
    const other = await house.record({ ...typed, need: '办过户' }, sent);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency.other-body']);
    const none = await house.record(typed, { ...who, 'idempotency-key': '' });
    expect(none.status).toBe(400);
  });

  it('that nobody can open any more is missing from the list, and the others stand there', async () => {
    const ids: string[] = [];
    const who = await house.colleague('J2001-9');
    for (let each = 0; each < 2; each += 1) ids.push(String((await house.record({}, who)).body.id));
    const [broken = '', whole = ''] = ids;
    const { said } = await manager().findOneByOrFail(DeceasedRequest, { id: whole });
    await manager().update(DeceasedRequest, { id: broken }, { said });
    const listed = (await house.listed(house.second)).map(({ id }) => id);
    expect([listed.includes(whole), listed.includes(broken)]).toEqual([true, false]);
    await manager().delete(DeceasedRequest, { id: broken });
  });

  it('about somebody whose name does not open any more empties nobody’s list', async () => {
    const who = await house.colleague('J2001-5');
    const [broken, whole] = [await house.access.person(), String((await house.record({}, who)).body.id)];
    const about = String((await house.record({ deceasedIdNumber: broken.idNumber }, who)).body.id);
    const near = jest.spyOn(house.app.get(StaffApart, { strict: false }), 'accountsNear');
    near.mockResolvedValue(new Set(['somebody']));
    await manager().query("UPDATE person SET name = X'00' WHERE id = ?", [broken.personId]);
    const listed = (await house.listed(house.second)).map(({ id }) => id);
    expect([listed.includes(whole), listed.includes(about)]).toEqual([true, false]);
    await manager().delete(DeceasedRequest, { id: about });
  });

  it('is asked of the bureau twenty times a day by one colleague and no more', async () => {
    const who = await house.colleague('J2001-7');
    bureauSays({ kind: 'confirmed' });
    const replies = await Promise.all(Array.from({ length: 21 }, () => house.record({}, who)));
    const codes = replies.map(({ body }) => body.code).sort();
    expect(codes.filter((code) => code === 'deceased-request.not-found')).toHaveLength(20);
    expect(codes.filter((code) => code === 'identity.desk-too-many')).toHaveLength(1);
  });

  it('is taken from the eight kinds of near relatives the law names, and from nobody else', async () => {
    expect(KINSHIPS).toHaveLength(8);
    for (const kinship of KINSHIPS) expect((await house.record({ kinship })).status).toBe(201);
    for (const kinship of ['cousin', 'friend', '']) expect((await house.record({ kinship })).status).toBe(400);
  });

  it('is nothing without what it is for, which papers were seen, or when both are one person', async () => {
    const { idNumber } = await house.access.person();
    const same = { deceasedIdNumber: idNumber, relativeIdNumber: idNumber };
    const changes = [{ need: ' ' }, { deathPaper: 'his word' }, { kinPaper: '' }, same, { asks: 'correction' }];
    for (const more of changes) expect((await house.record(more)).status).toBe(400);
  });
});

describe('whoever works at the desk', () => {
  it('answers nothing they took down themself, whatever it is; a second colleague does', async () => {
    const id = await house.recordedAbout((await house.access.person()).idNumber);
    const acts = [['copy'], ['refusal', { reason: '材料不全' }]] as const;
    for (const [act, body] of acts) {
      const reply = await house.send(house.clerk, 'POST', `/${id}/${act}`, body);
      expect([act, reply.status, reply.body.code]).toEqual([act, 403, 'deceased-request.same-colleague']);
    }
    for (const asks of ['deletion', 'correction'] as const) {
      const change = { asks, change: '写错了' };
      const other = await house.recordedAbout((await house.access.person()).idNumber, change);
      const [act, body] =
        asks === 'deletion' ? ['deletion', { reason: '核过' }] : ['answer', { text: '改了', reason: '核过' }];
      const reply = await house.send(house.clerk, 'POST', `/${other}/${act}`, body);
      expect([act, reply.body.code]).toEqual([act, 'deceased-request.same-colleague']);
      expect((await house.send(house.second, 'POST', `/${other}/${act}`, body)).status).toBeLessThan(300);
    }
    expect((await house.send(house.second, 'POST', `/${id}/refusal`, { reason: '材料不全' })).status).toBe(204);
    expect((await house.send(house.second, 'POST', `/${id}/copy`)).body.code).toBe('deceased-request.over');
  });

  it('is one person in whichever post and however they type their number: not the second who answers', async () => {
    const [clerk, operator] = [await house.colleague('J2003'), await house.colleague('J1003')];
    for (const act of ['copy', 'deletion', 'refusal'] as const) {
      const asks = act === 'refusal' ? 'copy' : act;
      const id = String((await house.record({ asks }, clerk)).body.id);
      const body = act === 'copy' ? undefined : { reason: '材料看过' };
      const reply = await house.send(operator, 'POST', `/${id}/${act}`, body);
      expect([act, reply.status, reply.body.code]).toEqual([act, 403, 'deceased-request.same-colleague']);
    }
    const id = await house.recordedAbout((await house.access.person()).idNumber, {}, house.second);
    const reply = await house.send(await house.colleague('j2001-2'), 'POST', `/${id}/copy`);
    expect([reply.status, reply.body.code]).toEqual([403, 'deceased-request.same-colleague']);
  });

  it('cannot be both even where the server is gone past: the database refuses it', async () => {
    const id = await house.recordedAbout((await house.access.person()).idNumber);
    const change = { state: 'answered', answeredBy: 'J2001', endedAt: new Date() } as const;
    await expect(manager().update(DeceasedRequest, { id }, change)).rejects.toThrow();
    await manager().update(DeceasedRequest, { id }, { ...change, answeredBy: 'J2001-2' });
  });

  it('is no relative and nobody’s family: neither taken down, answered nor listed, and the try is on record', async () => {
    const theirs = await house.colleague('J2003');
    const own = await house.record(
      { relativeName: KNOWN_COLLEAGUE.name, relativeIdNumber: KNOWN_COLLEAGUE.idNumber },
      theirs,
    );
    expect([own.status, own.body.code]).toEqual([403, 'staff.own-or-kin']);
    const taken = await house.record({
      relativeName: KNOWN_COLLEAGUE.name,
      relativeIdNumber: KNOWN_COLLEAGUE.idNumber,
    });
    const id = String(taken.body.id);
    const reply = await house.send(theirs, 'POST', `/${id}/copy`);
    expect([reply.status, reply.body.code]).toEqual([403, 'staff.own-or-kin']);
    expect((await house.listed(theirs)).some((each) => each.id === id)).toBe(false);
    expect((await house.listed(house.second)).some((each) => each.id === id)).toBe(true);
    const tries = await manager().findBy(AuditRow, { action: 'staff.kept-apart', actorId: 'J2003' });
    expect(tries).toHaveLength(2);
  });

  it('gives what another street took down to nobody, as if it were not there', async () => {
    const id = await house.recordedAbout((await house.access.person()).idNumber);
    const replies = [id, randomUUID()].map((which) => house.send(house.elsewhere, 'POST', `/${which}/copy`));
    const [theirs, none] = await Promise.all(replies);
    expect([theirs?.status, theirs?.body]).toEqual([none?.status, none?.body]);
  });
});

import { addDays, type CivilDate } from '@jinmen/shared/kernel/civil-date';
import { checkDigit } from '@jinmen/shared/kernel/id-number';
import { consentText } from '@jinmen/shared/residents/consent-texts';
import fc from 'fast-check';
import { type IdentityRegister, NUMBERS, startIdentityRegister } from '../../../test/identity-register';
import { blackHole, json } from '../../../test/local-bureau';
import { holdOn } from '../../../test/outbox-house';
import { Phone, type Reply, send } from '../../../test/resident';
import { startServer, type TestServer } from '../../../test/server';
import { type LocalWechat, startLocalWechat } from '../../../test/wechat';
import { AuditRow } from '../../platform/audit/audit-row.entity';
import { SessionCheck } from '../../platform/auth/session-check.port';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { Problem } from '../../platform/http/problem';
import { Gauges } from '../../platform/metrics/gauges';
import { IdentityLimits } from './identity-limits';
import { IdentityTries } from './identity-tries.entity';
import { People } from './people.port';
import { AccountPerson, Person } from './person.entity';

const VERIFY = '/api/v1/identity/verifications';
const right = { name: '单人断收入', idNumber: NUMBERS.known };
const purpose = 'real-name-verification';

let wechat: LocalWechat;
let register: IdentityRegister;
let server: TestServer;
let nowMs: number;
let day = 0;

beforeAll(async () => {
  [wechat, register] = await Promise.all([startLocalWechat(), startIdentityRegister()]);
  server = await startServer({ ...wechat.env, ...register.env });
  // two hundred ask at once: an answer that lies in a busy machine's socket is not a bureau that says nothing
  holdOn(server.app);
  Object.assign(server.app.get(Clock), { now: () => new Date(nowMs) });
});
afterAll(async () => {
  await server.end();
  await Promise.all([wechat.close(), register.close()]);
});
/** Every test has a day of its own, so that none uses up another's tries. */
beforeEach(() => {
  day += 1;
  nowMs = Date.parse('2026-11-01T04:00:00Z') + day * 24 * 3600_000;
  register.says();
});

const manager = () => server.app.get(Transactions).manager;
const asked = () => register.bureau.deliveries.length;

/** A phone whose owner agreed to the check. */
async function agreed(who: string, at: TestServer = server): Promise<Phone> {
  const phone = await Phone.of(at, who);
  await phone.send('POST', '/api/v1/consents', { purpose, version: consentText(purpose).version, state: 'given' });
  return phone;
}

async function personOf(phone: Phone) {
  const resident = await server.app.get(SessionCheck, { strict: false }).find(phone.session.accessToken);
  return server.app.get(People, { strict: false }).findOf(resident?.accountId ?? '');
}

/** As it stands in the database. */
async function rowOf(phone: Phone): Promise<Person> {
  return manager().findOneByOrFail(Person, { id: (await personOf(phone))?.personId ?? '' });
}

const verify = (phone: Phone, typed: object = right): Promise<Reply> => phone.send('POST', VERIFY, typed);

/** A well-made number nobody has. */
function someNumber(order: number): string {
  const seventeen = `12999919900101${String(order).padStart(3, '0')}`;
  return `${seventeen}${checkDigit(seventeen)}`;
}

describe('confirming who somebody is', () => {
  it('shows the person on the account, masked, and keeps name and number sealed', async () => {
    const anna = await agreed('anna');
    expect((await anna.send('GET', '/api/v1/me')).body).toEqual({ accountId: expect.any(String) });
    expect((await verify(anna)).body).toEqual({ outcome: 'verified' });
    const me = (await anna.send('GET', '/api/v1/me')).body;
    expect(me.realName).toEqual({
      name: '单**',
      idNumber: '1****************5',
      birth: '1985-03-17',
      verifiedAt: expect.any(String),
    });
    expect(await personOf(anna)).toMatchObject({ name: right.name, idNumber: right.idNumber, birth: '1985-03-17' });
    const stored = JSON.stringify(await manager().query('SELECT HEX(name) AS n, HEX(id_number) AS i FROM person'));
    expect(stored).not.toContain(Buffer.from(right.idNumber).toString('hex').toUpperCase());
    expect(server.logs()).not.toMatch(/单人断收入|129999198503179915/);
  });

  it('is shown to nobody when somebody exchanged it with another’s in the database, and that is an alarm', async () => {
    const anna = await agreed('anna');
    await verify(anna);
    const people = server.app.get(People, { strict: false });
    const id = await server.app.get(Transactions).run(() => people.record('别人', someNumber(777)));
    const [own, other] = [await rowOf(anna), await manager().findOneByOrFail(Person, { id })];
    await manager().update(Person, { id: own.id }, { name: other.name });
    const { status, body } = await anna.send('GET', '/api/v1/me');
    await manager().update(Person, { id: own.id }, { name: own.name });
    expect([status, body.code]).toEqual([500, 'server.unexpected']);
    expect(JSON.stringify(body)).not.toContain('别');
    const alarms = server
      .logs()
      .split('\n')
      .filter((line) => line.includes('"alarm":"a sealed value does not open"'));
    expect(alarms).toEqual([expect.stringMatching(/"traceId":"[^"]+".*"error":"SealBroken"/)]);
    expect(alarms.join()).not.toMatch(/别人|测试/);
    expect((await anna.send('GET', '/api/v1/me')).status).toBe(200);
  });

  it('is kept, but not acted under, from the moment they take their yes back, and at once again after a new one', async () => {
    const lotte = await agreed('lotte');
    await verify(lotte);
    const before = (await lotte.send('GET', '/api/v1/me')).body;
    const people = server.app.get(People, { strict: false });
    const acting = () => people.acting(String(before.accountId), '先确认您是谁。');
    expect(await acting()).toMatchObject({ name: right.name });
    await lotte.send('DELETE', `/api/v1/consents/${purpose}`);
    expect((await lotte.send('GET', '/api/v1/me')).body).toEqual({
      accountId: before.accountId,
      withheldName: before.realName,
    });
    const refusal: unknown = await acting().catch((error: unknown) => error);
    if (!(refusal instanceof Problem)) throw new Error('it was not refused');
    expect(refusal.body('t')).toMatchObject({ status: 403, code: 'consent.required', purpose });
    const times = asked();
    await agreed('lotte');
    expect((await lotte.send('GET', '/api/v1/me')).body).toEqual(before);
    expect(await acting()).toMatchObject({ name: right.name });
    expect(asked()).toBe(times);
  });

  it('is asked for again where somebody gave the account away in the database, and is theirs again after it', async () => {
    const nora = await agreed('nora');
    await verify(nora);
    const before = (await nora.send('GET', '/api/v1/me')).body;
    const people = server.app.get(People, { strict: false });
    const id = await server.app.get(Transactions).run(() => people.record('别人', someNumber(778)));
    await manager().query('UPDATE account_person SET person_id = ? WHERE account_id = ?', [id, before.accountId]);
    expect((await nora.send('GET', '/api/v1/me')).body).toEqual({ accountId: before.accountId });
    const refusal: unknown = await people.acting(String(before.accountId), '先确认您是谁。').catch((error) => error);
    if (!(refusal instanceof Problem)) throw new Error('it was not refused');
    expect(refusal.body('t')).toMatchObject({ status: 403, code: 'identity.required' });
    expect(server.logs()).toContain(
      `"alarm":"a row is not what was signed","row":"account-person:${before.accountId}"`,
    );
    expect(await server.app.get(Gauges).text()).toMatch(/^rows_not_as_signed_total\{kind="account-person"\} \d+$/m);
    const asks = asked();
    expect((await verify(nora)).body).toEqual({ outcome: 'verified' });
    expect(asked()).toBe(asks + 1);
    const { realName, ...rest } = (await nora.send('GET', '/api/v1/me')).body as { realName: object };
    expect({ ...rest, realName: { ...realName, verifiedAt: undefined } }).toEqual({
      ...before,
      realName: { ...(before.realName as object), verifiedAt: undefined },
    });
  });

  it('is nobody’s whose number another’s entry in the index was exchanged for, and that is an alarm', async () => {
    const [olga, other] = [await agreed('olga'), await agreed('olga-2')];
    await verify(olga);
    const own = await rowOf(olga);
    const people = server.app.get(People, { strict: false });
    const id = await server.app.get(Transactions).run(() => people.record('别人', someNumber(779)));
    const { idNumberDigest } = await manager().findOneByOrFail(Person, { id });
    const file = (row: string, digest: Buffer) => manager().update(Person, { id: row }, { idNumberDigest: digest });
    // whoever confirms the first number would be the second person
    await file(own.id, Buffer.alloc(32));
    await file(id, own.idNumberDigest);
    const reply = await verify(other);
    await file(id, idNumberDigest);
    await file(own.id, own.idNumberDigest);
    expect([reply.status, reply.body.code]).toEqual([500, 'server.unexpected']);
    expect(await personOf(other)).toBeUndefined();
    expect((await manager().findOneByOrFail(Person, { id })).firstAccountId).toBeNull();
    expect((await verify(other)).body).toEqual({ outcome: 'verified' });
    expect((await personOf(other))?.personId).toBe(own.id);
  });

  it('takes the number as people type it', async () => {
    const berta = await agreed('berta');
    const typed = { name: ' 单人断收入 ', idNumber: '１２９９９９ 19850317 9915' };
    expect((await verify(berta, typed)).body).toEqual({ outcome: 'verified' });
  });

  it('is the same person on a second phone, and asks nobody again on the first', async () => {
    const [clara, second] = [await agreed('clara'), await agreed('clara-2')];
    await verify(clara);
    await verify(second);
    expect((await personOf(second))?.personId).toBe((await personOf(clara))?.personId);
    const before = asked();
    expect((await verify(clara)).body).toEqual({ outcome: 'verified' });
    expect(asked()).toBe(before);
  });

  it('is told to the person wherever else they are known, so that they can say it was not them', async () => {
    const titles = async (phone: Phone) => {
      const { body } = await phone.send('GET', '/api/v1/notices?limit=50');
      return (body.items as { title: string }[]).map(({ title }) => title);
    };
    const own = await agreed('hanna');
    await verify(own);
    const before = await titles(own);
    const somebodys = await agreed('hanna-2');
    await verify(somebodys);
    await verify(somebodys);
    expect(await titles(own)).toEqual(['有另一个微信登记了您的姓名', ...before]);
    expect(await titles(somebodys)).toEqual([]);
  });

  it('twice at the same moment is one person and one link', async () => {
    await manager().query('DELETE FROM account_person');
    await manager().query('DELETE FROM person');
    const phones = [await agreed('dora'), await agreed('dora-2')];
    const replies = await Promise.all([...phones, ...phones].map((phone) => verify(phone)));
    expect(replies.map(({ body }) => body)).toEqual(Array.from({ length: 4 }, () => ({ outcome: 'verified' })));
    expect(await manager().count(Person)).toBe(1);
    expect(await manager().count(AccountPerson)).toBe(2);
  });

  it('never puts a second person on an account', async () => {
    const emma = await agreed('emma');
    await verify(emma);
    const reply = await verify(emma, { name: '已故一位', idNumber: NUMBERS.dead });
    expect([reply.status, reply.body.code]).toEqual([409, 'identity.other-person']);
  });
});

describe('a no', () => {
  const wrong = {
    'another name': { name: '三口之家', idNumber: NUMBERS.known },
    'a number nobody has': { name: '单人断收入', idNumber: NUMBERS.unknown },
    'somebody no longer alive': { name: '已故一位', idNumber: NUMBERS.dead },
  };

  it('is the same for every reason: status, body, headers, and never sooner than the rest', async () => {
    const frida = await agreed('frida');
    const replies: Reply[] = [];
    for (const typed of Object.values(wrong)) {
      const began = performance.now();
      replies.push(await verify(frida, typed));
      expect(performance.now() - began).toBeGreaterThan(590);
    }
    const told = replies.map(({ status, body, headers }) => {
      const { date: _date, 'x-request-id': _id, ...rest } = Object.fromEntries(headers);
      return { status, body, rest };
    });
    expect(told[0]?.body).toMatchObject({ outcome: 'not-confirmed', words: expect.stringMatching(/没有对上/) });
    expect(told).toEqual([told[0], told[0], told[0]]);
    expect(await personOf(frida)).toBeUndefined();
  });

  it('takes as long, though the bureau looks longer for one who is no longer alive', async () => {
    register.says((response, delivery) => {
      const isDead = delivery.text.includes(NUMBERS.dead);
      setTimeout(() => json(200, { JGDM: isDead ? '03' : '02' })(response, delivery), isDead ? 350 : 0);
    });
    const took = async (phone: Phone, typed: object) => {
      const began = performance.now();
      expect((await verify(phone, typed)).body.outcome).toBe('not-confirmed');
      return performance.now() - began;
    };
    // What a busy machine adds comes and goes; what the bureau adds would be in every round, and so in the quickest.
    const [dead, unknown]: [number[], number[]] = [[], []];
    const differ = () => Math.abs(Math.min(...dead) - Math.min(...unknown));
    for (let round = 0; round < 40 && (round < 5 || differ() > 175); round += 1) {
      const phone = await agreed(`greta-${round}`);
      dead.push(await took(phone, wrong['somebody no longer alive']));
      unknown.push(await took(phone, wrong['a number nobody has']));
    }
    expect(differ()).toBeLessThanOrEqual(175);
  }, 180_000);

  it('is in the audit with its reason, which nobody else is told', async () => {
    const gerda = await agreed('gerda');
    const before = await manager().countBy(AuditRow, { action: 'identity.checked' });
    await verify(gerda, wrong['somebody no longer alive']);
    const rows = await manager().find(AuditRow, { where: { action: 'identity.checked' }, order: { at: 'DESC' } });
    expect(rows).toHaveLength(before + 1);
    expect(rows.map(({ facts }) => facts).join()).toContain('deceased');
    expect(rows.map(({ facts }) => facts).join()).not.toMatch(/1299|已故/);
  });
});

describe('a bureau that does not answer', () => {
  it('is no no: later each time, and every try is given back', async () => {
    // a server of its own: after twenty calls its line to the bureau is left alone for a while
    const sick = await startServer({ ...wechat.env, ...register.env });
    const hanna = await agreed('hanna', sick);
    for (const behaviour of [blackHole, json(500, { JGDM: '99' }), json(200, { JGDM: '99' })]) {
      register.says(behaviour);
      for (let tries = 0; tries < 3; tries += 1) {
        const reply = await verify(hanna);
        expect([reply.status, reply.body.outcome]).toEqual([200, 'later']);
        expect(reply.body.words).toMatch(/过一会儿再试/);
      }
    }
    const counted = await sick.app.get(Transactions).manager.find(IdentityTries);
    expect(counted.map(({ tries }) => tries)).toEqual([0, 0, 0]);
    register.says();
    expect((await verify(hanna)).body).toEqual({ outcome: 'verified' });
    await sick.end();
  }, 90_000);
});

describe('the limits', () => {
  it('let one account ask five times a day, however many ask at once', async () => {
    const ida = await agreed('ida');
    const before = asked();
    const replies = await Promise.all(
      Array.from({ length: 200 }, (_, order) => verify(ida, { name: '单人断收入', idNumber: someNumber(order) })),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(replies.filter(({ status }) => ![200, 429].includes(status))).toEqual([]);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(195);
    expect(asked()).toBe(before + 5);
    nowMs += 13 * 3600_000;
    expect((await verify(await agreed('ida'))).body).toEqual({ outcome: 'verified' });
  });

  it('let ten ask about one person a day, whoever they are, and answer both limits alike', async () => {
    const phones: Phone[] = [];
    // a few at once: WeChat's line is given up when it is slow, as it is beside every other test
    for (let few = 0; few < 10; few += 1)
      phones.push(...(await Promise.all(Array.from({ length: 5 }, (_, order) => agreed(`jana-${few}${order}`)))));
    const before = asked();
    const typed = { name: '三口之家', idNumber: NUMBERS.unknown };
    const replies = await Promise.all(phones.map((phone) => verify(phone, typed)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(replies.filter(({ status }) => ![200, 429].includes(status))).toEqual([]);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(40);
    expect(asked()).toBe(before + 10);
    const byTarget = replies.find(({ status }) => status === 429);
    const klara = await agreed('klara');
    for (let order = 0; order < 5; order += 1) {
      await verify(klara, { name: '三口之家', idNumber: someNumber(100 + order) });
    }
    const byAccount = await verify(klara, { name: '三口之家', idNumber: someNumber(200) });
    expect(byAccount.status).toBe(429);
    expect(byTarget?.body).toEqual(byAccount.body);
    expect(byTarget?.headers.get('retry-after')).toBe(byAccount.headers.get('retry-after'));
    expect(byAccount.headers.get('retry-after')).toBe(String(12 * 3600));
  }, 90_000);

  it('count a few of what one account asks about one person towards that person: no three keep the fourth from asking', async () => {
    const limits = server.app.get(IdentityLimits);
    const accounts = ['otto', 'paul', 'quirin', 'rita'].map((name) => agreed(name));
    const ids = (await Promise.all(accounts)).map(async (phone) => (await phone.send('GET', '/api/v1/me')).body);
    const [own = '', ...others] = (await Promise.all(ids)).map(({ accountId }) => String(accountId)).reverse();
    const questions = fc.array(fc.record({ who: fc.constantFrom(...others), order: fc.constantFrom(400, 401) }), {
      minLength: 5,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(questions, async (asked) => {
        await manager().clear(IdentityTries);
        for (const { who, order } of asked) await limits.take(who, someNumber(order));
        for (const order of [400, 401]) expect(await limits.take(own, someNumber(order))).toBeDefined();
      }),
      { numRuns: 15, examples: [[others.flatMap((who) => Array.from({ length: 5 }, () => ({ who, order: 400 })))]] },
    );
  });

  it('give back only what a question took: beyond the few it took none of the person’s', async () => {
    const limits = server.app.get(IdentityLimits);
    const accountId = String((await (await agreed('sven')).send('GET', '/api/v1/me')).body.accountId);
    const tries = async () => {
      const rows = await manager().findBy(IdentityTries, { day: server.app.get(Clock).today() });
      return rows.map((row) => row.tries).sort();
    };
    const taken = [];
    for (let time = 0; time < 5; time += 1) taken.push(await limits.take(accountId, someNumber(500)));
    expect(await tries()).toEqual([3, 3, 5]);
    for (const each of taken.reverse()) if (each) await server.app.get(Transactions).run(() => limits.giveBack(each));
    expect(await tries()).toEqual([0, 0, 0]);
  });

  it('goes on counting somebody who deletes their account and comes back', async () => {
    const nadja = await agreed('nadja');
    for (let order = 0; order < 5; order += 1)
      await verify(nadja, { name: '三口之家', idNumber: someNumber(300 + order) });
    expect((await nadja.send('DELETE', '/api/v1/me')).status).toBe(204);
    const again = await agreed('nadja');
    const before = asked();
    expect((await verify(again)).status).toBe(429);
    expect(asked()).toBe(before);
  });

  it('are counted under names that are others every day, and forgotten after it', async () => {
    const [lena, typed] = [await agreed('lena'), { name: '三口之家', idNumber: NUMBERS.unknown }];
    const namesOf = async (day: CivilDate) =>
      (await manager().findBy(IdentityTries, { scope: 'target', day })).map(({ subject }) => subject);
    const clock = server.app.get(Clock);
    const [today, tomorrow] = [clock.today(), addDays(clock.today(), 1)];
    await verify(lena, typed);
    const before = await namesOf(today);
    const nextDay = jest.spyOn(clock, 'today').mockReturnValue(tomorrow);
    await verify(lena, typed);
    const after = await namesOf(tomorrow);
    expect(after).toHaveLength(2);
    expect(after.filter((name) => before.includes(name))).toEqual([]);
    await server.app.get(IdentityLimits).sweep();
    nextDay.mockRestore();
    expect([(await namesOf(today)).length, (await namesOf(tomorrow)).length]).toEqual([0, 2]);
  });
});

describe('the routes', () => {
  it.each([
    ['POST', VERIFY, right],
    ['GET', '/api/v1/me', undefined],
  ])('%s %s needs a session', async (method, path, body) => {
    expect((await send(server, method, path, body)).status).toBe(401);
  });

  it('ask nobody without the resident’s consent, nor after it was taken back', async () => {
    const mona = await Phone.of(server, 'mona');
    const before = asked();
    expect((await verify(mona)).body).toMatchObject({ status: 403, code: 'consent.required', purpose });
    const again = await agreed('mona');
    await again.send('DELETE', `/api/v1/consents/${purpose}`);
    expect((await verify(again)).status).toBe(403);
    expect(asked()).toBe(before);
  });

  it('link nobody whose consent was taken back while the bureau was asked', async () => {
    const nora = await agreed('nora');
    register.says((response, delivery) => {
      void nora
        .send('DELETE', `/api/v1/consents/${purpose}`)
        .then(() => json(200, { JGDM: '00', JGMS: '一致' })(response, delivery));
    });
    expect((await verify(nora)).body).toMatchObject({ code: 'consent.required' });
    expect(await personOf(nora)).toBeUndefined();
  });

  it.each([
    [{ ...right, idNumber: '129999198503179916' }, 'idNumber', 'id-number.check-digit'],
    [{ ...right, idNumber: '120104850317991' }, 'idNumber', 'id-number.old'],
    [{ ...right, idNumber: 'CHN310165061911' }, 'idNumber', 'id-number.permit'],
    [{ ...right, idNumber: '1****************5' }, 'idNumber', 'id-number.masked'],
    [{ ...right, idNumber: '129999209903179915' }, 'idNumber', 'id-number.birth'],
    [{ ...right, idNumber: '' }, 'idNumber', 'id-number.empty'],
    [{ ...right, name: '单人123' }, 'name', 'name.letters'],
    [{ ...right, name: '' }, 'name', 'name.empty'],
    [{ ...right, name: 7 }, 'name', 'field.invalid'],
    [{ name: right.name }, 'idNumber', 'field.invalid'],
    [{ ...right, name: ['单人断收入'] }, 'name', 'field.invalid'],
    [{ ...right, personId: 'x' }, 'personId', 'field.unknown'],
  ])('tell at the field what is wrong with %j, and ask nobody', async (typed, field, code) => {
    const olga = await agreed('olga');
    const before = asked();
    const reply = await verify(olga, typed);
    expect(reply.status).toBe(400);
    expect(reply.body.errors).toEqual(
      expect.arrayContaining([{ field, code, message: expect.stringMatching(/^[\u4e00-\u9fff]/) }]),
    );
    expect(JSON.stringify(reply.body)).not.toMatch(/1299|单人/);
    expect(asked()).toBe(before);
  });

  it.each(['阿依古丽•买买提', '𠮷𠀀', '买买提．艾力'])('ask about %s in the register’s own signs', async (name) => {
    const petra = await agreed('petra');
    await verify(petra, { name, idNumber: NUMBERS.unknown });
    const sent = JSON.parse(register.bureau.deliveries.at(-1)?.text ?? '{}') as { XM: string };
    expect(sent.XM).toBe(name.replace(/[•．]/g, '·'));
  });
});

it('where the bureau is not connected the way to the street is told', async () => {
  const alone = await startServer(wechat.env);
  const phone = await Phone.of(alone, 'rosa');
  await phone.send('POST', '/api/v1/consents', { purpose, version: consentText(purpose).version, state: 'given' });
  const reply = await phone.send('POST', VERIFY, right);
  expect(reply.body).toMatchObject({ outcome: 'later', words: expect.stringMatching(/街道/) });
  await alone.end();
});

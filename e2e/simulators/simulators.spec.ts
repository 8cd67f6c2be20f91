import { aWorld, type RunningWorld } from './_fixtures/a-world';
import { example, signatureExample } from './_fixtures/examples';
import { readKey, signatureOf } from './_kit/signature';
import { findPerson } from './people';

const PATHS = {
  file: '/shjz/v2/aj',
  apply: '/hdservice/api/check/apply',
  submit: '/dbt/v1/applications',
  verify: '/rzfw/v1/smhy',
  signIn: '/rzfw/v1/gzrydl',
} as const;

const CASE = '/shjz/v2/aj/7f0c6f5e-3a54-4c51-9a86-0f5d3c0a1b11';
const APPLICATION = '/dbt/v1/applications/2c4fd0c1-9d52-43a1-8f7e-6d7b5a9e0c22';

let world: RunningWorld;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.control('/__sim/reset', {});
});

async function answered(reply: Promise<Response>): Promise<{ status: number; body: unknown }> {
  const response = await reply;
  return { status: response.status, body: await response.json() };
}

describe('the signature', () => {
  it('is the one worked out in the transport document', () => {
    const { key, method, path, headers, body } = signatureExample;
    const parts = {
      method,
      path,
      keyId: headers['Key-Id'],
      timestamp: headers.Timestamp,
      nonce: headers.Nonce,
      eventId: headers['Event-Id'],
      body: Buffer.from(body),
    };
    expect(signatureOf(parts, readKey(key))).toBe(headers.Signature);
  });

  it.each([
    ['a wrong signature', { signature: 'ab'.repeat(32) }],
    ['another key', { keyId: 'to-identity' }],
    ['a time more than five minutes away', { timestamp: String(Math.floor(Date.now() / 1000) - 301) }],
    ['a nonce that is too short', { nonce: 'short' }],
  ])('with %s is refused and has no effect', async (_what, spoiled) => {
    const reply = await world.call(
      'social-assistance',
      PATHS.file,
      example('social-assistance', 'file-case.request'),
      spoiled,
    );
    expect(reply.status).toBe(401);
    expect(await world.read('/__sim/journal?bureau=social-assistance')).toMatchObject({
      deliveries: [{ status: 401 }],
      effects: [],
    });
  });

  it('is good once: the same nonce again is refused', async () => {
    const body = example('identity', 'verify.request');
    const nonce = 'the-very-same-nonce';
    expect((await world.call('identity', PATHS.verify, body, { nonce })).status).toBe(200);
    expect((await world.call('identity', PATHS.verify, body, { nonce })).status).toBe(401);
  });
});

describe('social-assistance', () => {
  const file = () => world.call('social-assistance', PATHS.file, example('social-assistance', 'file-case.request'));

  it('takes every request of its document and answers as the document does', async () => {
    const filed = await answered(file());
    expect(filed.status).toBe(200);
    expect(filed.body).toEqual({
      ...example('social-assistance', 'file-case.answer-200'),
      sj: { ywlsh: expect.stringMatching(/^SJ\d{14}$/), djsj: expect.stringMatching(/^\d{8} \d{6}$/) },
    });
    const later = [
      ['/sx', 'add-item'],
      ['/hdjg', 'report-check'],
      ['/cx', 'withdraw'],
    ] as const;
    for (const [path, name] of later) {
      const reply = await answered(
        world.call('social-assistance', CASE + path, example('social-assistance', `${name}.request`)),
      );
      expect(reply).toEqual({ status: 200, body: example('social-assistance', `${name}.answer-200`) });
    }
    for (const [path, name] of [
      ['/hdjg', 'report-check-impossible'],
      ['/cx', 'withdraw-whole'],
    ] as const) {
      const body = example('social-assistance', `${name}.request`);
      expect((await world.call('social-assistance', CASE + path, body)).status).toBe(200);
    }
  });

  it('refuses a wrong ID number, and a case filed under another key, in the words of its document', async () => {
    const request = example('social-assistance', 'file-case.request');
    const wrong = { ...request, sqr: { ...(request.sqr as object), sfzh: '129999198503179914' } };
    expect(await answered(world.call('social-assistance', PATHS.file, wrong))).toEqual({
      status: 422,
      body: { ...example('social-assistance', 'file-case.answer-422'), jgms: '公民身份号码不对' },
    });
    await file();
    expect(await answered(file())).toEqual({ status: 409, body: example('social-assistance', 'file-case.answer-409') });
  });

  it.each([
    ['no JSON', '{"wbywh":'],
    ['a list', '[]'],
    ['a number for a name', { ...example('social-assistance', 'file-case.request'), wbywh: 7 }],
    ['no programmes', { ...example('social-assistance', 'file-case.request'), sqsx: [] }],
  ])('answers 400 to %s', async (_what, body) => {
    expect(await answered(world.call('social-assistance', PATHS.file, body))).toMatchObject({
      status: 400,
      body: { jgdm: '1001' },
    });
  });

  it('does one thing for one key, however often and however much at once it is asked', async () => {
    const request = example('social-assistance', 'file-case.request');
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        answered(world.call('social-assistance', PATHS.file, request, { eventId: 'one-and-the-same' })),
      ),
    );
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    const { deliveries, effects } = await world.read<{ deliveries: unknown[]; effects: unknown[] }>(
      '/__sim/journal?bureau=social-assistance',
    );
    expect([deliveries.length, effects.length]).toEqual([20, 1]);
    const other = await world.call(
      'social-assistance',
      PATHS.file,
      { ...request, qksm: '别的' },
      { eventId: 'one-and-the-same' },
    );
    expect(other.status).toBe(409);
  });
});

describe('disability-benefits', () => {
  it('takes every request of its document and answers as the document does', async () => {
    const submit = await answered(
      world.call('disability-benefits', PATHS.submit, example('disability-benefits', 'submit.request')),
    );
    expect(submit).toEqual({
      status: 200,
      body: {
        ...example('disability-benefits', 'submit.answer-200'),
        data: { acceptNo: expect.stringMatching(/^CB\d{14}$/) },
      },
    });
    for (const [path, name] of [
      ['/subsidies', 'add-subsidy'],
      ['/revoke', 'revoke'],
    ] as const) {
      const body = example('disability-benefits', `${name}.request`);
      expect(await answered(world.call('disability-benefits', APPLICATION + path, body))).toEqual({
        status: 200,
        body: example('disability-benefits', `${name}.answer-200`),
      });
    }
    const whole = example('disability-benefits', 'revoke-whole.request');
    expect((await world.call('disability-benefits', `${APPLICATION}/revoke`, whole)).status).toBe(200);
  });

  it('refuses a subsidy it does not know', async () => {
    const request = { ...example('disability-benefits', 'submit.request'), subsidies: [{ subsidyType: 'HEATING' }] };
    expect(await answered(world.call('disability-benefits', PATHS.submit, request))).toEqual({
      status: 422,
      body: example('disability-benefits', 'submit.answer-422'),
    });
  });
});

describe('means-verification', () => {
  const apply = () => world.call('means-verification', PATHS.apply, example('means-verification', 'apply.request'));

  it('takes a check, refuses one without authorisation inside a 200, and cancels what waits', async () => {
    expect(await answered(apply())).toEqual({
      status: 202,
      body: example('means-verification', 'apply.answer-202'),
    });
    const request = example('means-verification', 'apply.request');
    const { authNo: _gone, ...unsigned } = request.body as Record<string, unknown>;
    const refused = await answered(world.call('means-verification', PATHS.apply, { ...request, body: unsigned }));
    expect(refused).toEqual({ status: 200, body: example('means-verification', 'apply.answer-200-rejected') });
    const cancel = () =>
      answered(
        world.call(
          'means-verification',
          '/hdservice/api/check/cancel',
          example('means-verification', 'cancel.request'),
        ),
      );
    expect(await cancel()).toEqual({ status: 200, body: example('means-verification', 'cancel.answer-200') });
    expect(await cancel()).toEqual({ status: 200, body: example('means-verification', 'cancel.answer-200-rejected') });
  });

  it('says it is busy inside a 200, as its document does', async () => {
    await world.control('/__sim/faults', { bureau: 'means-verification', fault: 'error-in-200', count: 1 });
    expect(await answered(apply())).toEqual({
      status: 200,
      body: example('means-verification', 'apply.answer-200-busy'),
    });
    expect((await apply()).status).toBe(202);
  });
});

describe('identity', () => {
  const verify = (XM: string, GMSFHM: string) =>
    answered(world.call('identity', PATHS.verify, { ...example('identity', 'verify.request'), XM, GMSFHM }));
  const of = (name: string) => {
    const person = findPerson(name);
    if (!person) throw new Error(name);
    return person;
  };

  it('tells a match, another name, a stranger and a closed entry apart, each as its document does', async () => {
    const known = of('单人-断收入');
    expect(await verify(known.realName, known.idNumber)).toEqual({
      status: 200,
      body: { ...example('identity', 'verify.answer-match'), XB: '1', CSRQ: '19850317' },
    });
    expect((await verify('示别人', known.idNumber)).body).toEqual(example('identity', 'verify.answer-mismatch'));
    const renamed = of('实名-姓名对不上');
    expect((await verify(renamed.realName, renamed.idNumber)).body).toEqual(
      example('identity', 'verify.answer-mismatch'),
    );
    expect((await verify('示没有', '11010519491231002X')).body).toEqual(example('identity', 'verify.answer-not-found'));
    const closed = of('实名-户口已注销');
    expect((await verify(closed.realName, closed.idNumber)).body).toEqual(
      example('identity', 'verify.answer-deceased'),
    );
  });

  it('says whose child somebody is, whose not, and of whom it does not know', async () => {
    const kinship = async (guardian: string, name: string, idNumber: string) => {
      const { realName, idNumber: number } = of(guardian);
      const asked = { JHRXM: realName, JHRHM: number, BJHRXM: name, BJHRHM: idNumber };
      const body = { ...example('identity', 'kinship.request'), ...asked };
      return (await answered(world.call('identity', '/rzfw/v1/jhgx', body))).body;
    };
    const [, child] = of('父亲-残疾孩子').members;
    const [unknown] = of('父亲-要看户口簿').members;
    if (!child || !unknown) throw new Error('no child');
    expect(await kinship('父亲-残疾孩子', child.name, child.idNumber)).toEqual(
      example('identity', 'kinship.answer-yes'),
    );
    expect(await kinship('单人-断收入', child.name, child.idNumber)).toEqual(
      example('identity', 'kinship.answer-otherwise'),
    );
    expect(await kinship('父亲-要看户口簿', unknown.name, unknown.idNumber)).toEqual(
      example('identity', 'kinship.answer-not-known'),
    );
    expect(await kinship('父亲-残疾孩子', '示别人', child.idNumber)).toEqual(
      example('identity', 'kinship.answer-mismatch'),
    );
  });

  it.each(['单人-生僻字姓名', '单人-间隔号姓名'])('knows %s by every sign of the name', async (name) => {
    const { realName, idNumber } = of(name);
    expect((await verify(realName, idNumber)).body).toMatchObject({ JGDM: '00' });
    expect((await verify(realName.slice(0, -1), idNumber)).body).toMatchObject({ JGDM: '01' });
  });

  it('signs staff in with a code that works once', async () => {
    type Staff = { number: string; code: string }[];
    const codeOf = async (number: string) =>
      (await world.read<Staff>('/__sim/staff')).find((each) => each.number === number)?.code ?? '';
    const signIn = async (GH: string, DTM: string) =>
      (
        await answered(
          world.call('identity', PATHS.signIn, { ...example('identity', 'staff-sign-in.request'), GH, DTM }),
        )
      ).body;
    const code = await codeOf('J2001');
    expect(await signIn('J2001', code)).toEqual(example('identity', 'staff-sign-in.answer-clerk'));
    const other = (await codeOf('J2001')) === code ? '没有换' : code;
    expect(await signIn('J2001', other)).toEqual(example('identity', 'staff-sign-in.answer-wrong'));
    // the example is that of a bureau that does not say whose number it is; ours does
    expect(await signIn('J1001', await codeOf('J1001'))).toEqual({
      ...example('identity', 'staff-sign-in.answer-operator'),
      GMSFHM: expect.stringMatching(/^129999\d{11}[\dX]$/),
    });
  });

  it('locks a number after five wrong codes, even for the right one', async () => {
    const [clerk] = await world.read<{ number: string; code: string }[]>('/__sim/staff');
    const signIn = (DTM: string) =>
      answered(
        world.call('identity', PATHS.signIn, {
          ...example('identity', 'staff-sign-in.request'),
          GH: clerk?.number,
          DTM,
        }),
      );
    const wrong = clerk?.code === '000000' ? '000001' : '000000';
    for (let times = 0; times < 5; times++) await signIn(wrong);
    expect((await signIn(clerk?.code ?? '')).body).toEqual(example('identity', 'staff-sign-in.answer-locked'));
  });
});

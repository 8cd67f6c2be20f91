import { aWorld, type RunningWorld } from '../_fixtures/a-world';
import { example, shapeOf } from '../_fixtures/examples';

const APP = { appid: 'wx0000000000000000', secret: 'example' };
const PERSON = '单人-断收入';
const TEMPLATE = 'SIM-TEMPLATE-PROGRESS';

let world: RunningWorld;

beforeAll(async () => {
  world = await aWorld({
    WECHAT_APP_ID: APP.appid,
    WECHAT_APP_SECRET: APP.secret,
    WECHAT_TEMPLATE_PROGRESS: TEMPLATE,
  });
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.control('/__sim/reset', {});
});

type Reply = Record<string, unknown>;

async function session(query: Record<string, string>): Promise<Reply> {
  const full = { ...APP, grant_type: 'authorization_code', ...query };
  return (await fetch(world.url('wechat', `/sns/jscode2session?${new URLSearchParams(full)}`))).json();
}

const post = async (path: string, body: unknown): Promise<Reply> =>
  (await fetch(world.url('wechat', path), { method: 'POST', body: JSON.stringify(body) })).json();

const token = async (): Promise<string> =>
  String((await post('/cgi-bin/stable_token', example('wechat', 'stable-token.request'))).access_token);

async function send(change: Record<string, unknown> = {}, accessToken?: string): Promise<Reply> {
  const { openid } = await session({ js_code: `sim:${PERSON}` });
  const using = accessToken ?? (await token());
  const body = { ...example('wechat', 'subscribe-send.request'), touser: openid, ...change };
  return post(`/cgi-bin/message/subscribe/send?access_token=${encodeURIComponent(using)}`, body);
}

const grant = (count: number) => world.control('/__sim/wechat/grants', { person: PERSON, template: TEMPLATE, count });

describe('jscode2session', () => {
  it('answers sim:<person> with that person’s openid, always the same, and another person’s with another', async () => {
    const [first, again, other] = [
      await session({ js_code: `sim:${PERSON}` }),
      await session({ js_code: `sim:${PERSON}` }),
      await session({ js_code: 'sim:重残一级' }),
    ];
    expect(shapeOf(first)).toEqual(shapeOf(example('wechat', 'jscode2session.answer')));
    expect(again.openid).toBe(first.openid);
    expect(other.openid).not.toBe(first.openid);
  });

  it('takes a code of wx.login once', async () => {
    const { code } = await (await world.control('/__sim/wechat/codes', { person: PERSON })).json();
    expect((await session({ js_code: code })).openid).toBe((await session({ js_code: `sim:${PERSON}` })).openid);
    expect(await session({ js_code: code })).toEqual(example('wechat', 'jscode2session.answer-40163'));
  });

  it('refuses a code it never gave, a person who is not there, and another app', async () => {
    expect(await session({ js_code: '0aNever' })).toEqual(example('wechat', 'jscode2session.answer-40029'));
    expect(await session({ js_code: 'sim:没有这个人' })).toEqual(example('wechat', 'jscode2session.answer-40029'));
    expect(await session({ js_code: 'x', appid: 'wx1' })).toMatchObject({ errcode: 40013 });
    expect(await session({ js_code: 'x', secret: 'no' })).toMatchObject({ errcode: 40125 });
  });

  it('is busy when told to be, and then no longer', async () => {
    await world.control('/__sim/faults', { bureau: 'wechat', fault: 'error-in-200', count: 1 });
    expect(await session({ js_code: `sim:${PERSON}` })).toEqual(example('wechat', 'jscode2session.answer-busy'));
    expect(await session({ js_code: `sim:${PERSON}` })).toHaveProperty('openid');
  });
});

describe('stable_token', () => {
  const force = () =>
    post('/cgi-bin/stable_token', { ...example('wechat', 'stable-token.request'), force_refresh: true });

  it('gives the same token until it is forced, and a forced one not twice within 30 seconds', async () => {
    const first = await token();
    expect(await token()).toBe(first);
    expect((await force()).access_token).not.toBe(first);
    expect(await force()).toEqual(example('wechat', 'stable-token.answer-45009'));
  });

  it('leaves a token that was replaced by force worth nothing', async () => {
    const old = await token();
    await force();
    await grant(1);
    expect(await send({}, old)).toEqual(example('wechat', 'subscribe-send.answer-40001'));
  });

  it('lets a token run out', async () => {
    const old = await token();
    await world.control('/__sim/wechat/tokens', { state: 'expired' });
    expect(await send({}, old)).toEqual(example('wechat', 'subscribe-send.answer-42001'));
  });
});

describe('subscribe/send', () => {
  it('sends one message for one yes, and then refuses for good', async () => {
    expect(await send()).toEqual(example('wechat', 'subscribe-send.answer-43101'));
    await grant(1);
    expect(await send()).toEqual(example('wechat', 'subscribe-send.answer'));
    expect(await send()).toEqual(example('wechat', 'subscribe-send.answer-43101'));
    const page = await (await fetch(`${world.origin}/desk/wechat`)).text();
    expect(page).toContain(PERSON);
    expect(page.match(/您的申请有了新进展/g)).toHaveLength(1);
  });

  it.each([
    ['thing1', '一'.repeat(21)],
    ['phrase2', '请您点开查看'],
    ['phrase2', 'ok'],
    ['time3', '明天'],
    ['thing4', ''],
    ['what', '没有这种'],
  ])('refuses %s holding %j, and the yes is not used up', async (field, value) => {
    await grant(1);
    const { data } = example('wechat', 'subscribe-send.request');
    const refused = await send({ data: { ...(data as object), [field]: { value } } });
    expect(refused).toMatchObject({ errcode: 47003, errmsg: expect.stringContaining(field) });
    expect(await send()).toMatchObject({ errcode: 0 });
  });

  it('refuses a template that is not ours and a person it never met', async () => {
    expect(await send({ template_id: 'other' })).toMatchObject({ errcode: 40037 });
    expect(await send({ touser: 'oNobody' })).toMatchObject({ errcode: 40003 });
  });
});

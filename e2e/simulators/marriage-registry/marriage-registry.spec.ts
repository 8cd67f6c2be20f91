import { createHmac } from 'node:crypto';
import { until } from '../../support/until';
import { aWorld, type RunningWorld } from '../_fixtures/a-world';
import { example, shapeOf } from '../_fixtures/examples';
import { today } from '../_kit/clock';
import { findPerson } from '../people';

let world: RunningWorld;
const sendKey = Buffer.alloc(32, 7);

beforeAll(async () => {
  const key = `to-marriage-registry:${sendKey.toString('base64')}`;
  world = await aWorld({ BUREAU_MARRIAGE_REGISTRY_SEND_KEY: key });
});
afterAll(() => world.stop());

const BUREAU = 'marriage-registry';
const ask = (name: string, change: object = {}) => ({ ...example(BUREAU, name), ...change });
const say = async (path: string, body: object) => {
  const reply = await world.call(BUREAU, `/hydj/api/${path}`, body);
  return [reply.status, ((await reply.json()) as { code: string }).code];
};
const press = async (form: string, fields: Record<string, string>) => {
  const reply = await fetch(`${world.origin}/desk/marriage-registry/${form}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  return reply.text();
};
const told = (type: string) => world.bff.arrived.filter(({ message }) => message.type === type).at(-1)?.message;
const shown = (type: string, name: string) =>
  expect(shapeOf(told(type)?.data)).toEqual(shapeOf(example(BUREAU, `callback-${name}`).data));

/** A pass as the document works it out, written here once more so that nobody checks himself. */
function passOf(showNo: string): { readonly scanned: string; readonly readOut: string } {
  const seal = (text: string) => createHmac('sm3', sendKey).update(text).digest('hex');
  const code = String(Number.parseInt(seal(`code\n${showNo}`).slice(0, 12), 16) % 1_000_000).padStart(6, '0');
  const mark = seal(`pass\n${showNo}\n${code}`).slice(0, 32);
  return { scanned: `${showNo}.${code}.${mark}`, readOut: `${showNo} ${code}` };
}

describe('an appointment', () => {
  it('is taken as the document shows it, once, moved, suspended and cancelled; nothing goes on after that', async () => {
    expect(await say('appointments', ask('confirm.request'))).toEqual([200, '0']);
    expect(await say('appointments', ask('confirm.request'))).toEqual([409, '49']);
    expect(await say('appointments/move', ask('move.request'))).toEqual([200, '0']);
    expect(await say('appointments/suspend', ask('suspend.request'))).toEqual([200, '0']);
    expect(await say('appointments/cancel', ask('cancel.request'))).toEqual([200, '0']);
    expect(await say('appointments/move', ask('move.request'))).toEqual([409, '49']);
    expect(await say('appointments/cancel', ask('cancel.request', { apptNo: 'other' }))).toEqual([404, '44']);
    const { effects } = await world.read<{ effects: { kind: string }[] }>(`/__sim/journal?bureau=${BUREAU}`);
    expect(effects.map(({ kind }) => kind)).toEqual([
      'appointment-confirmed',
      'appointment-moved',
      'appointment-suspended',
      'appointment-cancelled',
    ]);
  });

  it.each([[{ orgCode: 'TS99' }], [{ date: '20261201' }], [{ from: '25:00' }], [{ persons: [] }], [{ bizType: 'XX' }]])(
    'with %p is refused',
    async (change) => {
      expect(await say('appointments', ask('confirm.request', { apptNo: 'bad', ...change }))).toEqual([400, '40']);
    },
  );
});

describe('the counter', () => {
  const book = (showNo: string, change: object = {}) =>
    say('appointments', ask('confirm.request', { apptNo: showNo, showNo, date: today(), ...change }));

  it('checks a pass without asking anybody: scanned or read out, once, and today', async () => {
    await book('JM-AAAAA2');
    await book('JM-BBBBB3', { date: '2030-01-02' });
    await book('JM-CCCCC4');
    await say('appointments/cancel', ask('cancel.request', { apptNo: 'JM-CCCCC4' }));
    expect(await press('pass', { said: passOf('JM-AAAAA2').readOut })).toContain('可以办，已记到场');
    shown('CHECKED_IN', 'checked-in');
    expect(await press('pass', { said: passOf('JM-AAAAA2').scanned })).toContain('已经用过了');
    expect(await press('pass', { said: passOf('JM-BBBBB3').scanned })).toContain('不是今天的');
    expect(await press('pass', { said: passOf('JM-CCCCC4').scanned })).toContain('已经取消');
    expect(await press('pass', { said: passOf('JM-DDDDD5').scanned })).toContain('还没有收到');
    for (const forged of [`${passOf('JM-AAAAA2').scanned.slice(0, -1)}g`, 'JM-AAAAA2 000000', 'JM-AAAAA2', ''])
      expect(await press('pass', { said: forged })).toContain('不是平台发的');
    expect(world.bff.arrived.filter(({ message }) => message.type === 'CHECKED_IN')).toHaveLength(1);
  });

  it('says that the second person came, and shows them what the platform answered', async () => {
    const bride = findPerson('新人-女');
    expect(await press('partner', { showNo: 'JM-AAAAA2', name: '示', certNo: '1' })).toContain('再看一遍身份证');
    await press('partner', { showNo: 'JM-AAAAA2', name: '示新娘', certNo: bride?.idNumber ?? '' });
    shown('PARTNER_CAME', 'partner-came');
    const queryNo = String(told('PARTNER_CAME')?.data.queryNo);
    expect(await say('desk-answers', ask('desk-answer.request', { queryNo }))).toEqual([200, '0']);
    const page = await (await fetch(`${world.origin}/desk/marriage-registry`)).text();
    expect(page).toContain('现在不能点：登记那天，女方要满 20 岁。');
  });

  it('takes step 1 of a divorce, hears one of them withdraw, gives the certificate of another', async () => {
    for (const showNo of ['JM-EEEEE6', 'JM-FFFFF7']) {
      await book(showNo, { bizType: 'LS', orgCode: '120101' });
      await press(`appointments/${showNo}/accept-divorce`, {});
    }
    shown('DIVORCE_ACCEPTED', 'divorce-accepted');
    const accepted = world.bff.arrived.filter(({ message }) => message.type === 'DIVORCE_ACCEPTED');
    const [first, second] = accepted.map(({ message }) => String(message.data.divorceNo)) as [string, string];
    await press(`divorces/${first}/withdraw`, {});
    await press(`divorces/${second}/done`, {});
    await press(`divorces/${first}/done`, {});
    shown('DIVORCE_WITHDRAWN', 'divorce-withdrawn');
    shown('DIVORCE_DONE', 'divorce-done');
    expect(told('DIVORCE_DONE')?.data.divorceNo).toBe(second);
  });

  it('closes a day of a site, and excuses who could not come', async () => {
    expect(await press('closed-days', { orgCode: 'ts09', date: today(), reason: '停电' })).toContain('没有这一处');
    await press('closed-days', { orgCode: 'ts01', date: today(), reason: '停电' });
    shown('DAY_CLOSED', 'day-closed');
    await book('JM-GGGGG8');
    await press('appointments/JM-GGGGG8/excuse', { reason: '路封了' });
    shown('ABSENCE_EXCUSED', 'absence-excused');
  });
});

it('联网审查 answers each person apart, a second later', async () => {
  const attend = findPerson('新人-联网有话说');
  expect(await say('reviews', ask('review.request', { reviewNo: 'r-clear' }))).toEqual([202, '1']);
  expect(await say('reviews', ask('review.request', { reviewNo: 'r-attend', certNo: attend?.idNumber }))).toEqual([
    202,
    '1',
  ]);
  const reviews = () => world.bff.arrived.filter(({ message }) => message.type === 'REVIEW_DONE');
  const answers = await until('both answers', async () => reviews().length > 1 && reviews());
  expect(answers.map(({ message }) => [message.data.reviewNo, message.data.result])).toEqual([
    ['r-clear', 'CLEAR'],
    ['r-attend', 'ATTEND'],
  ]);
  shown('REVIEW_DONE', 'review-clear');
});

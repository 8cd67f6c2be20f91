import { createHmac } from 'node:crypto';
import { aWorld, type RunningWorld } from '../_fixtures/a-world';
import { example, shapeOf } from '../_fixtures/examples';
import { today } from '../_kit/clock';

const BUREAU = 'funeral-affairs';
const sendKey = Buffer.alloc(32, 7);

let world: RunningWorld;

beforeAll(async () => {
  world = await aWorld({ BUREAU_FUNERAL_AFFAIRS_SEND_KEY: `to-${BUREAU}:${sendKey.toString('base64')}` });
});
afterAll(() => world.stop());

const ask = (name: string, change: object = {}) => ({ ...example(BUREAU, name), ...change });
const say = async (path: string, body: object) => {
  const reply = await world.call(BUREAU, `/bzxx/hz/${path}`, body);
  return [reply.status, ((await reply.json()) as { code: string }).code];
};
const post = async (path: string, fields: Record<string, string> | [string, string][]) => {
  const reply = await fetch(`${world.origin}/desk/${path}`, { method: 'POST', body: new URLSearchParams(fields) });
  return reply.text();
};
const told = (type: string) => world.bff.arrived.map(({ message }) => message).filter((each) => each.type === type);
const shown = (type: string, name: string) =>
  expect(shapeOf(told(type).at(-1)?.data)).toEqual(shapeOf(example(BUREAU, `callback-${name}`).data));

/** A pass as the document works it out, written here once more so that nobody checks himself. */
function passOf(passNo: string): { readonly scanned: string; readonly readOut: string } {
  const seal = (text: string) => createHmac('sm3', sendKey).update(text).digest('hex');
  const code = String(Number.parseInt(seal(`code\n${passNo}`).slice(0, 12), 16) % 1_000_000).padStart(6, '0');
  const mark = seal(`pass\n${passNo}\n${code}`).slice(0, 32);
  return { scanned: `${passNo}.${code}.${mark}`, readOut: `${passNo} ${code}` };
}

describe('a place', () => {
  it('is taken as the document shows it, once, its family changed, moved, suspended, cancelled; then it stays so', async () => {
    expect(await say('orders', ask('confirm.request'))).toEqual([200, '0']);
    expect(await say('orders', ask('confirm.request'))).toEqual([409, '49']);
    expect(await say('orders/party', ask('party.request'))).toEqual([200, '0']);
    expect(await say('orders/suspend', ask('suspend.request'))).toEqual([200, '0']);
    expect(await say('orders/move', ask('move.request'))).toEqual([200, '0']);
    expect(await say('orders/cancel', ask('cancel.request'))).toEqual([200, '0']);
    expect(await say('orders/move', ask('move.request'))).toEqual([409, '49']);
    expect(await say('orders/cancel', ask('cancel.request', { orderNo: 'other' }))).toEqual([404, '44']);
    const { effects } = await world.read<{ effects: { kind: string }[] }>(`/__sim/journal?bureau=${BUREAU}`);
    expect(effects.map(({ kind }) => kind)).toEqual([
      'place-confirmed',
      'party-changed',
      'place-suspended',
      'place-moved',
      'place-cancelled',
    ]);
  });

  it.each([
    [{ mode: 'XX' }],
    [{ voyage: { ...(example(BUREAU, 'confirm.request').voyage as object), sail: '25:00' } }],
    [{ persons: [{ passNo: 'JM-1-1', side: 'B', wheelchair: 'N' }] }],
    [{ papers: [{ paper: 'SW', state: 'XX' }] }],
    [{ applicant: { name: '示女儿', certNo: '1' } }],
  ])('with %j is refused', async (change) => {
    expect(await say('orders', ask('confirm.request', { orderNo: 'bad', ...change }))).toEqual([400, '40']);
  });
});

describe('the vessel', () => {
  const voyage = { ...(example(BUREAU, 'confirm.request').voyage as object), voyageNo: 'V-today', date: today() };
  const person = (passNo: string, more: object = {}) => ({ passNo, side: 'C', wheelchair: 'N', ...more });
  const family = (showNo: string, persons: readonly object[], change: object = {}) =>
    say('orders', ask('confirm.request', { orderNo: showNo, showNo, voyage, persons, ...change }));
  const look = (said: string) => post('vessel/V-today/pass', { said });
  const manifest = async () => (await fetch(`${world.origin}/desk/vessel?voyage=V-today`)).text();
  const of = (type: string) => told(type).map(({ data }) => data);

  it('knows a pass without asking anybody, once, and lets a true one aboard whose family it has not heard of', async () => {
    await family('JM-AAAAA2', [
      person('JM-AAAAA2-1', { name: '示女儿' }),
      person('JM-AAAAA2-2', { age: '84', health: '随身带药' }),
    ]);
    await family('JM-BBBBB3', [person('JM-BBBBB3-1')], { voyage: { ...voyage, voyageNo: 'V-later' } });
    await family('JM-CCCCC4', [person('JM-CCCCC4-1')]);
    await say('orders/suspend', ask('suspend.request', { orderNo: 'JM-CCCCC4' }));
    expect(await look(passOf('JM-AAAAA2-1').readOut)).toContain('可以上船');
    shown('BOARDED', 'boarded');
    expect(await look(passOf('JM-AAAAA2-1').scanned)).toContain('已经上过船了');
    expect(await look(passOf('JM-AAAAA2-9').scanned)).toContain('看过人了，请上船');
    expect(await look(passOf('JM-BBBBB3-1').scanned)).toContain('不是这一班的');
    expect(await look(passOf('JM-CCCCC4-1').scanned)).toContain('还没有换到新的');
    expect(await look(passOf('JM-DDDDD5-2').scanned)).toContain('这一家的名单还没到');
    for (const forged of [`${passOf('JM-AAAAA2-2').scanned.slice(0, -1)}g`, 'JM-AAAAA2-2 000000', 'JM-AAAAA2-2', '']) {
      expect(await look(forged)).toContain('不是平台发的');
    }
    expect(of('BOARDED').map(({ showNo, passNo }) => [showNo, passNo])).toEqual([
      ['JM-AAAAA2', 'JM-AAAAA2-1'],
      ['JM-DDDDD5', 'JM-DDDDD5-2'],
    ]);
    await family('JM-DDDDD5', [person('JM-DDDDD5-1'), person('JM-DDDDD5-2')]);
    const page = await manifest();
    expect(page).toContain('2 家，上船 4 位，已到 2 位');
    expect(page).toContain('84 岁 · 请医生知道：随身带药');
  });

  it('says on leaving who did not come, and afterwards when and where each family’s farewell was', async () => {
    await family('JM-EEEEE6', [person('JM-EEEEE6-1')]);
    await family('JM-FFFFF7', [], { mode: 'DS' });
    expect(await post('vessel/V-today/scatter', { lat: '38.86542', lon: '117.93210' })).toContain('还没有开船');
    await post('vessel/V-today/board', [['passNo', 'JM-AAAAA2-2']]);
    await post('vessel/V-today/sail', {});
    await post('vessel/V-today/sail', {});
    expect(of('VOYAGE_SAILED')).toHaveLength(1);
    shown('VOYAGE_SAILED', 'voyage-sailed');
    expect(of('ABSENT').map(({ showNo }) => showNo)).toEqual(['JM-EEEEE6']);
    shown('ABSENT', 'absent');
    expect(await post('vessel/V-today/scatter', { lat: '117.9', lon: '380' })).toContain('经纬度');
    await post('vessel/V-today/scatter', { showNo: 'JM-AAAAA2', time: '09:41', lat: '38.86542', lon: '117.9321' });
    shown('SCATTERED', 'scattered');
    expect(of('SCATTERED').at(-1)).toMatchObject({
      occurredAt: `${today()}T09:41:00+08:00`,
      lat: '38.86542',
      lon: '117.93210',
    });
    await post('vessel/V-today/scatter', { lat: '38.8', lon: '117.9' });
    expect(of('SCATTERED').map(({ showNo }) => showNo)).toEqual(['JM-AAAAA2', 'JM-DDDDD5', 'JM-FFFFF7']);
    expect(await manifest()).toContain('都送行了');
  });
});

it('a voyage that cannot sail is told once with its reason, and no family’s place is touched here', async () => {
  expect(await post('vessel/V-later/off', { reason: '' })).toContain('原因要写');
  await post('vessel/V-later/off', { reason: '海上风大，船不能开' });
  shown('VOYAGE_OFF', 'voyage-off');
  expect(await (await fetch(`${world.origin}/desk/vessel?voyage=V-later`)).text()).toContain('1 家，上船 1 位');
});

describe('the service desk', () => {
  const { applicant, deceased } = example(BUREAU, 'callback-phoned-in').data as Record<string, Record<string, string>>;
  const call = (change: object = {}) =>
    post('funeral-affairs/phone', {
      name: '示女儿',
      certNo: applicant?.certNo ?? '',
      phone: '02288880171',
      deceased: '示母亲',
      mode: 'JT',
      aboard: '2',
      ashore: '1',
      ...change,
    });

  it('signs a family up for who phones, and shows what the platform answered', async () => {
    expect(await call({ certNo: '1' })).toContain('请再念一遍');
    expect(await call({ deceased: '' })).toContain('都要写');
    await call({ voyageNo: 'V-1', deceasedNo: deceased?.certNo, deathDate: '2026-10-30' });
    shown('PHONED_IN', 'phoned-in');
    await call({ mode: 'DS' });
    shown('PHONED_IN', 'phoned-in-any');
    expect(told('PHONED_IN').at(-1)?.data).toMatchObject({ mode: 'DS', aboard: '0', ashore: '0' });
    await call({ deceasedNo: deceased?.certNo, deathDate: '2026-10-30', seen: 'family' });
    shown('PHONED_IN', 'phoned-in-at-desk');
    const [first, second] = told('PHONED_IN').map(({ data }) => String(data.queryNo));
    expect(await say('phone-answers', ask('phone-answer.request', { queryNo: first }))).toEqual([200, '0']);
    expect(await say('phone-answers', ask('phone-answer-full.request', { queryNo: second }))).toEqual([200, '0']);
    expect(await say('phone-answers', ask('phone-answer.request', { queryNo: 'F-0' }))).toEqual([404, '44']);
    const page = await (await fetch(`${world.origin}/desk/funeral-affairs`)).text();
    expect(page).toContain('报好名，位置留好了：JM-7KQ2M9 · HM-4TR8WX');
    expect(page).toContain('这一班已经满了');
  });

  it('says which papers were seen, and the registry that a death was verified', async () => {
    expect(await post('funeral-affairs/papers', { applyNo: 'HM-4TR8WX' })).toContain('都要写');
    await post('funeral-affairs/papers', [
      ['applyNo', 'hm-4tr8wx'],
      ['papers', 'SW'],
      ['papers', 'HH'],
    ]);
    expect(told('PAPERS_SEEN').at(-1)?.data).toEqual(example(BUREAU, 'callback-papers-seen').data);
    const death = { name: '示母亲', certNo: deceased?.certNo ?? '', deathDate: '2099-01-01' };
    expect(await post('death-registry', death)).toContain('日期再看一遍');
    await post('death-registry', { ...death, deathDate: '2026-10-30' });
    expect(told('DEATH_VERIFIED').at(-1)?.data).toEqual(example(BUREAU, 'callback-death-verified').data);
  });
});

it('what the bureau knows outlives it: who is aboard is told when the platform can be reached again', async () => {
  const before = told('BOARDED').length;
  world.bff.answers = [503, 503];
  await post('vessel/V-later/pass', { said: passOf('JM-BBBBB3-1').scanned });
  const page = async () => (await fetch(`${world.origin}/desk/vessel?voyage=V-later`)).text();
  expect(await page()).toContain('正在重发');
  const saidAt = String(told('BOARDED').at(-1)?.data.occurredAt);
  const end = performance.now() + 30_000;
  while ((await page()).includes('正在重发') && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await page()).not.toContain('正在重发');
  expect(await page()).toContain('已送达');
  expect(told('BOARDED').length).toBe(before + 3);
  expect(told('BOARDED').at(-1)?.data.occurredAt).toBe(saidAt);
});

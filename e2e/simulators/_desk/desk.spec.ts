import { aWorld, type RunningWorld } from '../_fixtures/a-world';
import { example, shapeOf } from '../_fixtures/examples';

const CASE = '7f0c6f5e-3a54-4c51-9a86-0f5d3c0a1b11';
const APPLICATION = '2c4fd0c1-9d52-43a1-8f7e-6d7b5a9e0c22';

let world: RunningWorld;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.control('/__sim/reset', {});
  world.bff.arrived.length = 0;
  world.bff.answers = [];
});

async function page(path: string): Promise<string> {
  return (await fetch(world.origin + path)).text();
}

async function post(path: string, form: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  const reply = await fetch(world.origin + path, { method: 'POST', body: new URLSearchParams(form) });
  return { status: reply.status, text: await reply.text() };
}

async function file(change: Record<string, unknown> = {}): Promise<void> {
  const body = { ...example('social-assistance', 'file-case.request'), ...change };
  expect((await world.call('social-assistance', '/shjz/v2/aj', body)).status).toBe(200);
}

const act = (name: string, form?: Record<string, string>) =>
  post(`/desk/social-assistance/cases/${CASE}/${name}`, form);
const told = () => world.bff.arrived.map(({ message }) => message);

/** The message has the shape of the document's example, and its type. */
function expectAsDocumented(bureau: string, name: string, message: unknown): void {
  const documented = example(bureau, name);
  expect(message).toMatchObject({ type: documented.type });
  expect(shapeOf(message)).toEqual(shapeOf(documented));
}

describe('the list of cases', () => {
  it('shows the newest first with applicant, programmes, street and count, and one street alone when chosen', async () => {
    await file();
    await file({ wbywh: 'second', sldw: { dm: '120111002', mc: '李七庄街道' } });
    const all = await page('/desk/social-assistance');
    expect(all).toContain('2 件');
    expect(all.indexOf('/cases/second')).toBeLessThan(all.indexOf(`/cases/${CASE}`));
    expect(all).toContain('最低生活保障、临时救助');
    const one = await page('/desk/social-assistance?street=120111002');
    expect(one).toContain('/cases/second');
    expect(one).not.toContain(`/cases/${CASE}`);
  });

  it('marks a case that has waited too long', async () => {
    await file();
    const before = process.env.CLOCK_AT;
    expect(await page('/desk/social-assistance')).not.toContain('超过 30 个工作日');
    try {
      process.env.CLOCK_AT = new Date(Date.now() + 60 * 86_400_000).toISOString();
      expect(await page('/desk/social-assistance')).toContain('超过 30 个工作日');
    } finally {
      if (before === undefined) delete process.env.CLOCK_AT;
      else process.env.CLOCK_AT = before;
    }
  });

  it('escapes whatever a name, a street or an address holds', async () => {
    const hostile = `"><script>alert(1)</script><b>示'甲</b>`;
    const { sqr } = example('social-assistance', 'file-case.request');
    await file({
      sqr: { ...(sqr as object), xm: hostile, jzdz: hostile },
      sldw: { dm: '120111001', mc: hostile },
      qksm: hostile,
      clqd: [hostile],
    });
    for (const path of ['/desk/social-assistance', `/desk/social-assistance/cases/${CASE}`]) {
      const shown = await page(path);
      expect(shown).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;示&#39;甲&lt;/b&gt;');
      expect(shown).not.toContain('<script>alert');
      expect(shown).not.toContain('<b>');
    }
  });
});

describe('a case at the desk', () => {
  it('shows members, declared facts, papers, statement and what the means check found', async () => {
    await file();
    await world.call(
      'social-assistance',
      `/shjz/v2/aj/${CASE}/hdjg`,
      example('social-assistance', 'report-check.request'),
    );
    const shown = await page(`/desk/social-assistance/cases/${CASE}`);
    for (const words of [
      '孩子甲',
      '子女',
      '全家每月的工资',
      '0.00元',
      '不清楚',
      '户口本',
      '上个月工厂停了',
      '机动车登记',
    ]) {
      expect(shown).toContain(words);
    }
  });

  it('tells the platform each step as the document says, and says whether it was taken', async () => {
    await file();
    await act('accept');
    await act('ask-papers', { paper: '停工通知', more: '房屋租赁合同\n\n', by: '2099-12-10' });
    await act('receive-papers', { paper: '停工通知' });
    await act('visit', { on: '2026-11-01' });
    await act('publicise', { from: '2026-12-02' });
    await act('decide', {
      programme: 'SH01',
      outcome: 'approved',
      yuan: '2090',
      per: 'household-month',
      fromMonth: '2027-01',
      confirmed: 'yes',
    });
    const last = await act('decide', {
      programme: 'SH06',
      outcome: 'refused',
      clause: '',
      typed: '不是突发的困难',
      typedNo: 'C5',
      confirmed: 'yes',
    });
    expect(last.text).toContain('已送达');
    const names = [
      'accepted',
      'papers-requested',
      'papers-received',
      'visited',
      'publicised',
      'decided-approved',
      'decided-refused',
    ];
    expect(told()).toHaveLength(names.length);
    for (const [index, name] of names.entries())
      expectAsDocumented('social-assistance', `callback-${name}`, told()[index]);
    expect(told()[4]?.data).toMatchObject({ gsksrq: '20261202', gsjsrq: '20261209' });
    expect(told()[5]?.data).toMatchObject({ sxdm: 'SH01', je: '2090.00', jedw: 'HY', qfny: '202701' });
    expect(told()[6]?.data).toMatchObject({ sxdm: 'SH06', jdjg: '2', bytk: '不是突发的困难' });
    expect(last.text).toContain('这件办完了');
  });

  it('recognises without an amount', async () => {
    await file({ sqsx: [{ sxdm: 'SH03', sbxx: [] }] });
    await act('accept');
    await act('decide', {
      programme: 'SH03',
      outcome: 'approved',
      yuan: '',
      per: 'household-month',
      fromMonth: '2027-01',
      confirmed: 'yes',
    });
    expectAsDocumented('social-assistance', 'callback-decided-recognised', told()[1]);
  });

  it('asks before a decision leaves, since it cannot be taken back', async () => {
    await file();
    await act('accept');
    const asked = await act('decide', {
      programme: 'SH01',
      outcome: 'approved',
      yuan: '2090.5',
      per: 'household-month',
      fromMonth: '',
    });
    expect(asked.text).toContain('收不回来');
    expect(asked.text).toContain('每户每月 2090.5 元');
    expect(told()).toHaveLength(1);
  });

  it.each([
    ['no clause', { outcome: 'refused' }, '依据的条款'],
    ['no money where money is paid', { outcome: 'approved', yuan: '', per: 'household-month' }, '钱数只写数字'],
    ['money that is none', { outcome: 'approved', yuan: '1e309', per: 'household-month' }, '钱数只写数字'],
    ['less than nothing', { outcome: 'approved', yuan: '-1', per: 'household-month' }, '钱数只写数字'],
    ['another way to pay', { outcome: 'approved', yuan: '1', per: 'weekly' }, '怎么发'],
  ])('does not decide with %s, and says why', async (_what, form, words) => {
    await file();
    await act('accept');
    const reply = await act('decide', { programme: 'SH01', ...form, confirmed: 'yes' });
    expect(reply.status).toBe(409);
    expect(reply.text).toContain(words);
    expect(told()).toHaveLength(1);
  });

  it('does nothing twice and nothing out of turn', async () => {
    await file();
    expect(
      (
        await act('decide', {
          programme: 'SH01',
          outcome: 'approved',
          yuan: '1',
          per: 'household-month',
          confirmed: 'yes',
        })
      ).status,
    ).toBe(409);
    await act('accept');
    expect((await act('accept')).status).toBe(409);
    expect((await act('receive-papers', { paper: '停工通知' })).status).toBe(409);
    expect((await act('visit', { on: '2099-01-01' })).status).toBe(409);
    expect(told()).toHaveLength(1);
    expect((await act('burn')).status).toBe(404);
    expect((await post('/desk/social-assistance/cases/none/accept')).status).toBe(404);
  });

  it('offers nothing for what the applicant took back, and refuses to take back what is decided', async () => {
    await file();
    await act('accept');
    await act('decide', { programme: 'SH01', outcome: 'refused', clause: '别的', confirmed: 'yes' });
    const whole = await world.call('social-assistance', `/shjz/v2/aj/${CASE}/cx`, {});
    expect([whole.status, await whole.json()]).toEqual([422, example('social-assistance', 'withdraw.answer-422')]);
    await world.call('social-assistance', `/shjz/v2/aj/${CASE}/cx`, example('social-assistance', 'withdraw.request'));
    expect(
      (await act('decide', { programme: 'SH06', outcome: 'refused', clause: '别的', confirmed: 'yes' })).status,
    ).toBe(409);
    expect(await page(`/desk/social-assistance/cases/${CASE}`)).toContain('已撤回');
  });

  it('shows that it is sending again while the platform does not take it', async () => {
    await file();
    world.bff.answers = [500];
    expect((await act('accept')).text).toContain('正在重发');
    const after = await post('/desk/social-assistance/hurry');
    expect(after.status).toBe(200);
    expect(await page(`/desk/social-assistance/cases/${CASE}`)).toContain('已送达');
  });

  it('takes no act from another site open in the same browser', async () => {
    await file();
    const reply = await fetch(`${world.origin}/desk/social-assistance/cases/${CASE}/accept`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(reply.status).toBe(403);
    expect(told()).toEqual([]);
  });
});

describe('disability-benefits at the desk', () => {
  it('tells each step in its own words, and has no publicity', async () => {
    await world.call('disability-benefits', '/dbt/v1/applications', {
      ...example('disability-benefits', 'submit.request'),
      subsidies: [
        { subsidyType: 'CARE', declares: [] },
        { subsidyType: 'LIVING', declares: [] },
      ],
    });
    const step = (name: string, form?: Record<string, string>) =>
      post(`/desk/disability-benefits/cases/${APPLICATION}/${name}`, form);
    await step('accept');
    await step('ask-papers', { paper: '残疾证', by: '2099-12-10' });
    await step('receive-papers', { paper: '残疾证' });
    await step('visit', { on: '2026-11-01' });
    expect((await step('publicise', { from: '2026-12-02' })).status).toBe(409);
    await step('decide', {
      programme: 'CARE',
      outcome: 'approved',
      yuan: '200',
      per: 'person-month',
      fromMonth: '2026-11',
      confirmed: 'yes',
    });
    await step('decide', {
      programme: 'LIVING',
      outcome: 'refused',
      clause: '不是低保或低保边缘家庭',
      confirmed: 'yes',
    });
    const names = ['accepted', 'papers-requested', 'papers-received', 'visited', 'decided-approved', 'decided-refused'];
    expect(told()).toHaveLength(names.length);
    for (const [index, name] of names.entries()) {
      expectAsDocumented('disability-benefits', `callback-${name}`, told()[index]);
    }
  });
});

describe('the means check at the desk', () => {
  const CHECK = 'c0b7a9b2-7f7b-4b5e-9a41-6a8d0f2f4c77';
  const apply = (change: Record<string, unknown> = {}) => {
    const request = example('means-verification', 'apply.request');
    const body = { ...(request.body as object), custName: '示断薪', ...change };
    return world.call('means-verification', '/hdservice/api/check/apply', { ...request, body });
  };
  const arrive = async (count: number) => {
    for (let tries = 0; tries < 3000 && told().length < count; tries++)
      await new Promise((done) => setTimeout(done, 10));
  };
  const itemsOf = (message: { data: Record<string, unknown> } | undefined) =>
    message?.data.items as { itemCode: string; flag: string; amount?: string }[];

  it('is answered by itself after about a second, with an origin for every figure', async () => {
    const before = performance.now();
    await apply();
    await arrive(1);
    expect(performance.now() - before).toBeGreaterThan(900);
    const [report] = told();
    const documented = (example('means-verification', 'callback-finished').data as Record<string, unknown>).items as {
      itemCode: string;
    }[];
    expect(report).toMatchObject({
      type: 'CHECK_FINISHED',
      data: { applyNo: CHECK, reportNo: expect.stringMatching(/^HD\d{14}$/) },
    });
    for (const item of itemsOf(report)) {
      expect(documented.map(({ itemCode }) => itemCode)).toContain(item.itemCode);
      expect(item).toMatchObject({ sourceName: expect.stringMatching(/./) });
    }
    expect(itemsOf(report).find(({ itemCode }) => itemCode === 'INC_WAGE')).toMatchObject({
      flag: 'Y',
      amount: '0.00',
    });
    expect(itemsOf(report).find(({ itemCode }) => itemCode === 'INC_PENSION_BASIC')).toEqual(
      expect.not.objectContaining({ amount: expect.anything() }),
    );
  });

  it('cannot be made when name and number belong to two people', async () => {
    await apply({ custName: '示别人' });
    await arrive(1);
    expectAsDocumented('means-verification', 'callback-impossible', told()[0]);
  });

  it('by hand waits for a person, who may send figures no record should hold', async () => {
    await post('/desk/means-verification/mode', { mode: 'by-hand' });
    await apply();
    const form = await page('/desk/means-verification');
    for (const hostile of ['1e309', '-1', '￥1,234.5元']) expect(form).toContain(`value="${hostile}"`);
    await new Promise((done) => setTimeout(done, 1_200));
    expect(told()).toEqual([]);
    await post(`/desk/means-verification/checks/${CHECK}/finish`, {
      wage: '1e309',
      money: '￥1,234.5元',
      other: '-1',
      pension: 'N',
      year: 'F',
      cars: '0',
      homes: '1',
      otherHouses: '0',
    });
    await arrive(1);
    expect(
      itemsOf(told()[0])
        .map(({ itemCode, flag, amount }) => [itemCode, flag, amount])
        .slice(0, 5),
    ).toEqual([
      ['INC_WAGE', 'Y', '1e309'],
      ['INC_PENSION_BASIC', 'N', undefined],
      ['INC_OTHER', 'Y', '-1'],
      ['INC_TOTAL', 'F', undefined],
      ['AST_MONEY', 'Y', '￥1,234.5元'],
    ]);
    await post(`/desk/means-verification/checks/${CHECK}/give-up`, { reason: 'R03' });
    expect(told()).toHaveLength(1);
  });

  it('is not answered once the authorisation was taken back', async () => {
    await post('/desk/means-verification/mode', { mode: 'by-hand' });
    await apply();
    await world.call(
      'means-verification',
      '/hdservice/api/check/cancel',
      example('means-verification', 'cancel.request'),
    );
    await post('/desk/means-verification/mode', { mode: 'automatic' });
    await new Promise((done) => setTimeout(done, 1_200));
    expect(told()).toEqual([]);
  });
});

describe('messages at the desk', () => {
  it('show a text message once however often it was handed over, and refuse a number that is none', async () => {
    const request = example('sms', 'send.request');
    const hand = (body: unknown) =>
      fetch(world.url('sms', '/v1/messages'), { method: 'POST', body: JSON.stringify(body) }).then((reply) =>
        reply.json(),
      );
    expect(await hand(request)).toEqual(example('sms', 'send.answer-200'));
    expect(await hand(request)).toEqual(example('sms', 'send.answer-200'));
    expect(await hand({ ...request, id: 'other', phone: '12345' })).toEqual(example('sms', 'send.answer-400'));
    const shown = await page('/desk/sms');
    expect(shown.match(/13800000001/g)).toHaveLength(1);
  });

  it('show staff with the code that works now', async () => {
    const [first] = await world.read<{ code: string }[]>('/__sim/staff');
    expect(await page('/desk/staff')).toContain(first?.code ?? 'none');
  });
});

import { aWorld, type RunningWorld } from './_fixtures/a-world';
import { example, shapeOf } from './_fixtures/examples';

/** What each of the two documents says: its paths, its requests with their answers, how a case is named. */
const DOCUMENTS = {
  'child-welfare': {
    file: { path: '/etfl/api/cases', name: 'file-case' },
    later: [
      ['/items', 'add-item'],
      ['/cancel', 'cancel'],
    ],
    whole: ['/cancel', 'cancel-whole'],
    caseNo: 'case_no',
    wrongNumber: {
      of: 'child',
      field: 'id_card',
      answer: { status: 'ERROR', code: 'ID_CARD', message: '身份证号不对' },
    },
    twice: 'file-case.answer-409',
    decided: 'cancel.answer-422',
    items: ['B01', 'B02'],
    approved: { yuan: '2605', fromMonth: '2027-01' },
  },
  eldercare: {
    file: { path: '/jbyl/openapi/shenqing', name: 'shenqing' },
    later: [
      ['/butie', 'butie'],
      ['/chehui', 'chehui'],
    ],
    whole: ['/chehui', 'chehui-whole'],
    caseNo: 'yewuHao',
    wrongNumber: { of: 'laoren', field: 'zhengjianHao', answer: { jieguo: 103, xiaoxi: '证件号不对' } },
    twice: 'shenqing.answer-409',
    decided: 'chehui.answer-422',
    items: ['FWBT', 'ZCBT'],
    approved: { yuan: '300', fromMonth: '2027-01' },
  },
} as const;

type Bureau = keyof typeof DOCUMENTS;

let world: RunningWorld;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.control('/__sim/reset', {});
  world.bff.arrived.length = 0;
});

async function ask(bureau: Bureau, path: string, body: unknown): Promise<{ status: number; body: unknown }> {
  const reply = await world.call(bureau, DOCUMENTS[bureau].file.path + path, body);
  return { status: reply.status, body: await reply.json() };
}

const requestOf = (bureau: Bureau) => example(bureau, `${DOCUMENTS[bureau].file.name}.request`);
const caseOf = (bureau: Bureau) => String(requestOf(bureau)[DOCUMENTS[bureau].caseNo]);

describe.each(Object.keys(DOCUMENTS) as Bureau[])('%s', (bureau) => {
  const { file, later, whole, wrongNumber, twice, decided, items, approved } = DOCUMENTS[bureau];
  const filed = () => ask(bureau, '', requestOf(bureau));
  const act = async (name: string, form: Record<string, string> = {}) => {
    const url = `${world.origin}/desk/${bureau}/cases/${caseOf(bureau)}/${name}`;
    const reply = await fetch(url, { method: 'POST', body: new URLSearchParams({ ...form, confirmed: 'yes' }) });
    return { status: reply.status, text: await reply.text() };
  };
  const page = async (path: string) => (await fetch(`${world.origin}/desk/${bureau}${path}`)).text();

  it('takes every request of its document and answers as the document does', async () => {
    const first = await filed();
    expect(first.status).toBe(200);
    expect(shapeOf(first.body)).toEqual(shapeOf(example(bureau, `${file.name}.answer-200`)));
    for (const [path, name] of later) {
      expect(await ask(bureau, `/${caseOf(bureau)}${path}`, example(bureau, `${name}.request`))).toEqual({
        status: 200,
        body: example(bureau, `${name}.answer-200`),
      });
    }
    const [path, name] = whole;
    expect((await ask(bureau, `/${caseOf(bureau)}${path}`, example(bureau, `${name}.request`))).status).toBe(200);
  });

  it('refuses a wrong ID number, a case that is there already and what is no message, in the words of its document', async () => {
    const request = requestOf(bureau);
    const person = { ...(request[wrongNumber.of] as object), [wrongNumber.field]: '129999201503179920' };
    expect(await ask(bureau, '', { ...request, [wrongNumber.of]: person })).toEqual({
      status: 400,
      body: wrongNumber.answer,
    });
    await filed();
    expect(await filed()).toEqual({ status: 409, body: example(bureau, twice) });
    expect((await ask(bureau, '', '{"half":')).status).toBe(400);
    expect((await ask(bureau, '/nothing-here', {})).status).toBe(404);
  });

  it('tells each step of the desk as the document says, and gives nothing back once it is decided', async () => {
    await filed();
    const [path, name] = later[0];
    const more = { ...example(bureau, `${name}.request`) };
    await ask(bureau, `/${caseOf(bureau)}${path}`, more);
    await act('accept');
    await act('ask-papers', { paper: '社保卡或银行卡', by: '2099-12-10' });
    await act('receive-papers', { paper: '社保卡或银行卡' });
    await act('visit', { on: '2026-11-01' });
    await act('decide', { programme: items[0], outcome: 'approved', per: 'person-month', ...approved });
    await act('decide', { programme: items[1], outcome: 'refused', typed: '不在规定的范围里' });
    const told = world.bff.arrived.map(({ message }) => message);
    const names = ['accepted', 'papers-requested', 'papers-received', 'visited', 'decided-approved', 'decided-refused'];
    expect(told).toHaveLength(names.length);
    for (const [index, each] of names.entries()) {
      const documented = example(bureau, `callback-${each}`);
      expect(told[index]).toMatchObject({ type: documented.type });
      expect(shapeOf(told[index])).toEqual(shapeOf(documented));
    }
    const [withdrawing] = whole;
    expect(await ask(bureau, `/${caseOf(bureau)}${withdrawing}`, {})).toEqual({
      status: 422,
      body: example(bureau, decided),
    });
  });

  it('hangs nobody’s name out, and its list of cases says nothing of what was declared', async () => {
    await filed();
    await act('accept');
    expect(await page(`/cases/${caseOf(bureau)}`)).not.toContain('开始公示');
    expect((await act('publicise', { from: '2026-12-02' })).text).toContain('这里不用公示');
    const list = await page('');
    const lines = (requestOf(bureau).items ?? requestOf(bureau).butie) as Record<string, Record<string, string>[]>[];
    const [declared] = lines[0]?.declared ?? lines[0]?.qingkuang ?? [];
    const title = declared?.title ?? declared?.mingcheng ?? '';
    expect(title).not.toBe('');
    expect(await page(`/cases/${caseOf(bureau)}`)).toContain(title);
    expect(list).not.toContain(title);
    expect(list).not.toMatch(/孤儿|无人抚养/);
  });
});

describe('the meal subsidy', () => {
  it('is decided without a sum, as it is taken off at the till', async () => {
    const request = requestOf('eldercare');
    await ask('eldercare', '', { ...request, butie: [{ leixing: 'ZCBT', qingkuang: [] }] });
    const base = `${world.origin}/desk/eldercare/cases/${caseOf('eldercare')}`;
    for (const [name, form] of [
      ['accept', {}],
      ['decide', { programme: 'ZCBT', outcome: 'approved', yuan: '', confirmed: 'yes' }],
    ] as const) {
      await fetch(`${base}/${name}`, { method: 'POST', body: new URLSearchParams(form) });
    }
    const told = world.bff.arrived.map(({ message }) => message).at(-1);
    expect(shapeOf(told)).toEqual(shapeOf(example('eldercare', 'callback-decided-meal')));
  });
});

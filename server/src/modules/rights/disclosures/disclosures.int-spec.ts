import type { AccessView, DisclosureView } from '@jinmen/shared/residents/rights';
import { type ReliefHouse, startReliefHouse } from '../../../../test/relief-house';
import { send } from '../../../../test/resident';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { OutboxHandlers } from '../../../platform/outbox/outbox-handlers';
import { NOT_OPENED } from '../../../platform/sealing/those-that-open';
import { actWords } from '../accesses/access-words';
import { Disclosure } from './disclosure.entity';
import { ofNobodyHere, sharedTopics, sharesNothing } from './topics';

const LIVING = 'minimum-living-allowance';

let house: ReliefHouse;

beforeAll(async () => {
  house = await startReliefHouse();
});
afterAll(() => house.end());

const read = async <Item>(accountId: string, path: string): Promise<{ items: Item[]; nextCursor?: string }> => {
  const { status, body } = await send(house.server, 'GET', `/api/v1${path}`, undefined, {
    authorization: `Bearer ${accountId}`,
  });
  if (status !== 200) throw new Error(String(status));
  return body as unknown as { items: Item[] }; // each test names what it reads
};
const given = async (accountId: string) => (await read<DisclosureView>(accountId, '/disclosures')).items;
const seen = async (accountId: string) => (await read<AccessView>(accountId, '/accesses')).items;

describe('who got what', () => {
  it('is told of what a bureau really got, to its owner and to nobody else', async () => {
    const [anna, berta] = [house.resident(), house.resident()];
    await anna.submitted([LIVING]);
    await house.delivered();
    expect(await given(anna.accountId)).toContainEqual({
      id: expect.any(String),
      at: expect.any(String),
      to: '街道和区民政局',
      what: '您的申请：姓名、身份证号、电话、住址、家里人和您填的情况',
      purpose: '让街道和民政部门看您的情况，定给不给、给多少，再把钱发给您',
      basis: [
        '您同意过：把申请递给街道和民政部门',
        '您同意过：用到身体、残疾和钱的情况',
        '法律让做的：《社会救助暂行办法》',
      ],
    });
    expect(await given(berta.accountId)).toEqual([]);
  });

  it('says nothing of what never left', async () => {
    const clara = house.resident();
    const bureau = house.bureaus['social-assistance'];
    const before = bureau.answer;
    bureau.answer = { kind: 'failed', answered: false, why: 'no line' };
    const { cases } = await clara.submitted([LIVING]);
    const told = () => house.sql('SELECT id FROM disclosure WHERE object = ?', [cases[0]?.id]);
    expect(await given(clara.accountId)).toEqual([]);
    expect(await told()).toEqual([]);
    bureau.answer = before;
    await house.sql("UPDATE outbox_message SET due_at = '2020-01-01 00:00:00.000' WHERE state = 'waiting'", []);
    await house.delivered();
    expect(await given(clara.accountId)).not.toEqual([]);
  });

  it('comes in pages, each once', async () => {
    const dora = house.resident();
    await dora.submitted([LIVING]);
    await house.delivered();
    const transactions = house.server.app.get(Transactions);
    const [row] = await transactions.manager.findBy(Disclosure, { accountId: dora.accountId });
    if (!row) throw new Error('nothing was given');
    const copies = [1, 2, 3].map((n) => ({ ...row, id: `copy-${n}`, messageId: `copy-${n}` }));
    await transactions.run(() => transactions.manager.insert(Disclosure, copies));
    const all = (await given(dora.accountId)).map(({ id }) => id);
    const pages: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const page: { items: DisclosureView[]; nextCursor?: string } = await read(
        dora.accountId,
        `/disclosures?limit=2${cursor && `&cursor=${cursor}`}`,
      );
      pages.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(pages).toEqual(all);
  });

  it('knows of every topic that is carried what it carries of whom', () => {
    const { topics } = house.server.app.get(OutboxHandlers, { strict: false });
    const known = [sharedTopics, ofNobodyHere, sharesNothing].flatMap((each) => Object.keys(each));
    expect(topics.filter((topic) => !known.includes(topic))).toEqual([]);
    expect(known.filter((topic) => !topics.includes(topic))).toEqual([]);
  });
});

describe('who looked', () => {
  const look = (entry: Parameters<Audit['record']>[0]) =>
    house.server.app.get(Transactions).run(() => house.server.app.get(Audit, { strict: false }).record(entry));
  const clerk = { kind: 'staff', id: '400017' } as const;

  it('is told with post, act and reason, of the person and of what is theirs, and of nothing a resident did', async () => {
    const [emma, frida] = [house.resident(), house.resident()];
    const { id, cases } = await emma.submitted([LIVING]);
    const facts = { role: 'street-clerk', offices: '120111001' };
    await look({ action: 'call-list.number-shown', actor: clerk, person: emma.accountId, facts });
    await look({
      action: 'relief-case.moved',
      actor: clerk,
      object: `relief-case:${cases[0]?.id}`,
      reason: '户口在那边',
    });
    await look({ action: 'made.up', actor: { kind: 'staff', id: 'x' }, object: `relief-application:${id}` });
    const items = await seen(emma.accountId);
    expect(items.map(({ what, who, why }) => ({ what, who, why }))).toEqual(
      expect.arrayContaining([
        { what: '看了您的电话，好给您打', who: '街道的工作人员（西青区西营门街道）', why: undefined },
        { what: '把申请转给了另一个街道', who: '工作人员', why: '户口在那边' },
        { what: '看了或者办了一件关于您的事', who: '工作人员', why: undefined },
      ]),
    );
    expect(items).toHaveLength(3);
    expect(await seen(frida.accountId)).toEqual([]);
  });

  it.each(['mandate.revoked', 'mandate.begun', 'complaint.answered', 'legal-hold.begun', 'made.up'])(
    'is told with no reason where that was written for the records alone: %s',
    async (action) => {
      const ida = house.resident();
      await look({ action, actor: clerk, person: ida.accountId, reason: '他打她，拿走了卡' });
      const [item] = await seen(ida.accountId);
      expect(item?.what).toBe(actWords(action));
      expect(item?.why).toBeUndefined();
      expect(JSON.stringify((await read(ida.accountId, '/export')) as object)).not.toContain('拿走了卡');
    },
  );

  it('is told although a reason, or anything else of theirs, does not open any more', async () => {
    const jana = house.resident();
    const { cases } = await jana.submitted([LIVING], { statement: '家里难' });
    const object = `relief-case:${cases[0]?.id}`;
    await look({ action: 'relief-case.moved', actor: clerk, object, reason: '户口在那边' });
    const broken = [
      ["UPDATE audit_row SET reason = X'00' WHERE object = ? AND reason IS NOT NULL", object],
      ["UPDATE relief_application SET fields = X'00' WHERE account_id = ?", jana.accountId],
    ] as const;
    for (const [sql, id] of broken) await house.sql(sql, [id]);
    expect(await seen(jana.accountId)).toMatchObject([{ what: '把申请转给了另一个街道', why: NOT_OPENED }]);
    const copy = JSON.stringify((await read(jana.accountId, '/export')) as object);
    expect(copy).toContain(NOT_OPENED);
    expect(copy).toContain('relief_evaluation');
  });

  it('is told of a list they stood in, once a day for each colleague who read it, and by nobody else', async () => {
    const [gerda, hanna] = [house.resident(), house.resident()];
    const [{ cases }, { id }] = [await gerda.submitted([LIVING]), await hanna.submitted([LIVING])];
    const list = { action: 'overdue-cases.read', actor: clerk };
    const shown = [`relief-case:${cases[0]?.id}`, `relief-application:${id}`];
    for (const times of [1, 2]) await look({ ...list, shown, facts: { times } });
    await look({ ...list, actor: { kind: 'staff', id: '400018' }, shown: shown.slice(0, 1) });
    const what = '看了办晚了的名单，上面有您的申请';
    expect((await seen(gerda.accountId)).map((each) => each.what)).toEqual([what, what]);
    expect((await seen(hanna.accountId)).map((each) => each.what)).toEqual([what]);
    const first = await read<AccessView>(gerda.accountId, '/accesses?limit=1');
    const second = await read<AccessView>(gerda.accountId, `/accesses?limit=1&cursor=${first.nextCursor}`);
    expect([first.items, second.items].map((items) => items.length)).toEqual([1, 1]);
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
  });
});

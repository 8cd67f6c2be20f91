import { randomUUID } from 'node:crypto';
import type { PaperView } from '@jinmen/shared/applications/paper-views';
import type { ApplicationView, TimelineView } from '@jinmen/shared/applications/views';
import { addDays } from '@jinmen/shared/kernel/civil-date';
import { photoOfPaper, plainField } from '../../../../test/hostile-files';
import { scannedPdf } from '../../../../test/hostile-pdfs';
import { type ReliefHouse, startReliefHouse, type TestResident, viewOf } from '../../../../test/relief-house';
import { AuditRow } from '../../../platform/audit/audit-row.entity';
import { BlobStore } from '../../../platform/blobs/blob-store';
import { Transactions } from '../../../platform/database/transactions';

const LIVING = 'minimum-living-allowance';
const CARE = 'disability-care-subsidy';
const TODAY = '2026-11-25';
const DUE = addDays(TODAY, 10);
const disabled = { 'fact:household.hasDisabledMember': true, 'fact:household.hasLongTermIllness': true };

let house: ReliefHouse;
let photo: Buffer;

beforeAll(async () => {
  house = await startReliefHouse(undefined, { RETRY_AT_MOST_MS: '50' });
  photo = await photoOfPaper();
});
afterAll(() => house.end());
beforeEach(() => {
  for (const bureau of Object.values(house.bureaus)) bureau.heard.length = 0;
});

function put(anna: TestResident, id: string, path: string, bytes: Buffer, name = 'x.jpg', part = 'file') {
  const form = new FormData();
  form.append(part, new Blob([new Uint8Array(bytes)]), name);
  return fetch(`${house.server.url}/api/v1/relief/applications/${id}/materials/${path}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${anna.accountId}` },
    body: form,
  });
}

async function putPhoto(anna: TestResident, id: string, path: string, bytes = photo): Promise<ApplicationView> {
  const reply = await put(anna, id, path, bytes);
  const body = (await reply.json()) as ApplicationView;
  if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(body)}`);
  return body;
}

async function refusalOf(reply: Response): Promise<unknown[]> {
  const { code } = (await reply.json()) as { code?: string };
  return [reply.status, code];
}

function paperOf(view: ApplicationView, kind: string): PaperView {
  const found = view.papers?.items.find((paper) => paper.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
}

const told = (bureau: 'social-assistance' | 'disability-benefits', type: string) =>
  house.bureaus[bureau]
    .effects('told')
    .map((said) => said as { message: { type: string; data: Record<string, unknown> }; file?: { type: string } })
    .filter(({ message }) => message.type === type);

describe('the photos of a draft', () => {
  it('become pages in their order, are replaced one by one, and a second time is the same', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING], disabled);
    await putPhoto(anna, id, 'diagnosis');
    await putPhoto(anna, id, 'diagnosis?page=2');
    const before = paperOf(await putPhoto(anna, id, 'diagnosis?page=2'), 'diagnosis');
    expect(before.pages.map(({ page }) => page)).toEqual([1, 2]);
    expect([before.state, before.way]).toEqual(['ready', 'photo']);
    const [first] = before.pages;
    const left = paperOf(
      viewOf(await anna.call('DELETE', `/${id}/materials/diagnosis?file=${first?.file}`)),
      'diagnosis',
    );
    expect(left.pages).toEqual([{ ...before.pages[1], page: 1 }]);
    expect((await anna.call('DELETE', `/${id}/materials/diagnosis?file=${first?.file}`)).status).toBe(200);
  });

  it('are given back to their owner only, as a file to be saved, and lie sealed under another name', async () => {
    const [anna, ben] = [house.resident(), house.resident()];
    const { id } = await anna.filledDraft([LIVING]);
    const [page] = paperOf(await putPhoto(anna, id, 'identity-card'), 'identity-card').pages;
    const path = `/api/v1/relief/applications/${id}/materials/identity-card`;
    const own = await house.server.get(path, { authorization: `Bearer ${anna.accountId}` });
    expect(Object.fromEntries(own.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'attachment; filename="paper-1.jpg"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const bytes = Buffer.from(await own.arrayBuffer());
    expect(bytes.includes('canary-copyright')).toBe(false);
    expect(await house.server.app.get(BlobStore).get(page?.file ?? '')).toEqual(bytes);
    expect((await house.server.get(path, { authorization: `Bearer ${ben.accountId}` })).status).toBe(404);
    expect(await refusalOf(await put(ben, id, 'identity-card', photo))).toEqual([404, 'request.not-found']);
  });

  it('may be hard to read: taken all the same, and said so', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING]);
    const dark = paperOf(await putPhoto(anna, id, 'income', await plainField('#040404')), 'income');
    expect(dark.pages).toMatchObject([{ unclear: 'dark' }]);
  });

  it.each([
    [
      'a program named .jpg',
      async () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(99)]),
      422,
      'upload.other-kind',
    ],
    ['nothing', async () => Buffer.alloc(0), 422, 'upload.empty'],
    ['a locked PDF', () => scannedPdf(1, { userPassword: 'x' }), 422, 'upload.locked'],
    ['11 MB', async () => Buffer.alloc(11 * 1024 * 1024, 1), 413, 'upload.too-large'],
  ] as const)('are not taken when they are %s, and nothing is lost', async (_what, bytes, status, code) => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING]);
    await putPhoto(anna, id, 'income');
    const names = ['../../etc/passwd', `${'长'.repeat(100)}.jpg`, 'a\0b.jpg'];
    for (const name of names)
      expect(await refusalOf(await put(anna, id, 'income', await bytes(), name))).toEqual([status, code]);
    expect(paperOf(await anna.view(id), 'income').pages).toHaveLength(1);
  });

  it('are refused kindly from the 21st on, without a page between, for another paper, and in another form', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING]);
    for (let page = 1; page <= 20; page += 1) await putPhoto(anna, id, `income?page=${page}`);
    expect((await anna.view(id)).papers?.room).toBe(0);
    expect(await refusalOf(await put(anna, id, 'identity-card', photo))).toEqual([422, 'paper.too-many']);
    await putPhoto(anna, id, 'income?page=20');
    expect(await refusalOf(await put(anna, id, 'household-register?page=2', photo))).toEqual([
      422,
      'paper.no-such-page',
    ]);
    expect(await refusalOf(await put(anna, id, 'no-such-paper', photo))).toEqual([404, 'request.not-found']);
    expect(await refusalOf(await put(anna, id, 'income', photo, 'x.jpg', 'other'))).toEqual([400, 'upload.no-file']);
    expect((await anna.call('PUT', `/${id}/materials/income`, {})).body.code).toBe('upload.no-file');
    const elsewhere = await put(anna, id, '../submission', photo).catch(() => undefined);
    expect(elsewhere?.status).not.toBe(200);
  }, 60_000);

  it('go with the draft, their files too', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING]);
    const [page] = paperOf(await putPhoto(anna, id, 'income'), 'income').pages;
    await anna.post(`/${id}/commitments`, { papers: [{ kind: 'identity-card', by: DUE }], accepted: true });
    expect((await anna.call('DELETE', `/${id}`)).status).toBe(204);
    const blobs = house.server.app.get(BlobStore);
    await expect(until(async () => (await blobs.get(page?.file ?? '')) === undefined)).resolves.toBe(true);
  });
});

describe('a promise of papers', () => {
  it('is signed once over all of them, dated, and told with the case to the bureau that needs them', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING, CARE], disabled);
    await putPhoto(anna, id, 'identity-card');
    await putPhoto(anna, id, 'diagnosis');
    const key = randomUUID();
    const promises = { papers: [{ kind: 'disability-certificate', by: DUE }], accepted: true };
    const signed = viewOf(await anna.post(`/${id}/commitments`, promises, key));
    expect(signed.commitment).toMatchObject({
      papers: [{ kind: 'disability-certificate', name: '残疾证', by: DUE, kept: false }],
    });
    expect(signed.commitment?.text.join('')).toContain('残疾证：最晚 2026\u00a0年\u00a012\u00a0月\u00a05\u00a0日');
    expect(viewOf(await anna.post(`/${id}/commitments`, promises, key)).commitment).toEqual(signed.commitment);
    const answers = Object.values(house.bureaus);
    for (const bureau of answers) bureau.answer = { kind: 'failed', answered: false, why: 'no answer in time' };
    const sent = viewOf(await anna.post(`/${id}/submission`));
    const waiting = "SELECT payload FROM outbox_message WHERE state = 'waiting'";
    const rows = await house.sql<{ payload: Buffer }>(waiting, []);
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.every(({ payload }) => payload.length < 8192)).toBe(true);
    for (const bureau of answers) bureau.answer = { kind: 'done', body: {} };
    expect(paperOf(sent, 'identity-card').state).toBe('sent');
    expect(paperOf(sent, 'disability-certificate')).toMatchObject({ state: 'promised', by: DUE });
    await house.delivered();
    const kinds = (bureau: 'social-assistance' | 'disability-benefits') =>
      told(bureau, 'PAPER').map(({ message, file }) => [message.data.kind, file?.type]);
    expect(kinds('social-assistance')).toEqual([
      ['identity-card', 'image/jpeg'],
      ['diagnosis', 'image/jpeg'],
    ]);
    expect(kinds('disability-benefits')).toEqual([['identity-card', 'image/jpeg']]);
    expect(told('disability-benefits', 'COMMITMENT')).toMatchObject([
      { message: { data: { signedOn: TODAY, papers: [{ kind: 'disability-certificate', name: '残疾证', by: DUE }] } } },
    ]);
    const { manager } = house.server.app.get(Transactions);
    expect(await manager.countBy(AuditRow, { action: 'relief-paper.carried' })).toBe(3);
  });

  it('needs a possible day for each, each once, and a paper that may follow', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING, 'low-income-margin']);
    const promise = (papers: object[]) => anna.post(`/${id}/commitments`, { papers, accepted: true });
    const late = await promise([
      { kind: 'income', by: '2027-12-01' },
      { kind: 'identity-card', by: '2026-11-24' },
    ]);
    expect([late.status, late.body.code]).toEqual([422, 'commitment.wrong-day']);
    expect(late.body.errors).toMatchObject([{ field: 'papers.0.by' }, { field: 'papers.1.by' }]);
    expect((await promise([{ kind: 'savings', by: DUE }])).body.code).toBe('commitment.may-not-follow');
    expect((await promise([{ kind: 'income', by: '2026-02-30' }])).status).toBe(400);
    const unsigned = await anna.post(`/${id}/commitments`, { papers: [{ kind: 'income', by: DUE }], accepted: false });
    expect(unsigned.status).toBe(400);
  });
});

describe('papers after handing in', () => {
  it('answer the office’s one list, and what nobody can read is asked for again within it', async () => {
    const anna = house.resident();
    const { id, cases } = await anna.submitted([LIVING]);
    const caseNo = cases[0]?.id ?? '';
    await house.tell('social-assistance', { kind: 'accepted', caseNo, on: TODAY });
    const papers = ['诊断证明', '房屋租赁合同'];
    await house.tell('social-assistance', { kind: 'papers-requested', caseNo, papers, by: DUE });
    const asked = await anna.view(id);
    const lease = asked.papers?.items.find(({ name }) => name === '房屋租赁合同');
    expect(
      asked.papers?.items
        .filter(({ state }) => state === 'asked')
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...papers].sort());
    await putPhoto(anna, id, 'diagnosis');
    await putPhoto(anna, id, `${lease?.kind}`);
    const answered = viewOf(await anna.post(`/${id}/supplements`));
    expect(answered.paperRequest).toBeUndefined();
    expect((await anna.post(`/${id}/supplements`)).body.code).toBe('paper.nothing-to-send');
    await house.delivered();
    expect(told('social-assistance', 'PAPER').map(({ message }) => message.data.name)).toEqual(
      expect.arrayContaining(papers),
    );
    const event = { kind: 'paper-unreadable', caseNo, paper: 'diagnosis', by: DUE } as const;
    expect(await house.tellCommon('social-assistance', event)).toBe('applied');
    const again = await anna.view(id);
    expect(again.paperRequest?.papers).toEqual([
      { name: '诊断证明', received: false, unreadable: true },
      { name: '房屋租赁合同', received: true },
    ]);
    expect(paperOf(again, 'diagnosis').state).toBe('unreadable');
    await putPhoto(anna, id, 'diagnosis');
    expect(viewOf(await anna.post(`/${id}/supplements`)).paperRequest).toBeUndefined();
    await house.delivered();
    expect(told('social-assistance', 'PAPER').filter(({ message }) => message.data.kind === 'diagnosis')).toHaveLength(
      2,
    );
  });

  it('that nobody can read, though no list was asked for, are asked for on the case and its timeline', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING]);
    await putPhoto(anna, id, 'identity-card');
    const { cases } = viewOf(await anna.post(`/${id}/submission`));
    const caseNo = cases[0]?.id ?? '';
    await house.tell('social-assistance', { kind: 'accepted', caseNo, on: TODAY });
    await house.tellCommon('social-assistance', { kind: 'paper-unreadable', caseNo, paper: 'identity-card', by: DUE });
    const { steps } = (await anna.call('GET', `/${id}/timeline`)).body as unknown as TimelineView;
    expect(steps.filter(({ state }) => state === 'now')).toMatchObject([{ title: '请您补材料' }]);
    expect((await anna.view(id)).paperRequest).toMatchObject({ papers: [{ name: '身份证', unreadable: true }] });
  });

  it('cannot be taken back once an office has them', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING]);
    await putPhoto(anna, id, 'identity-card');
    await anna.post(`/${id}/submission`);
    expect((await anna.call('DELETE', `/${id}/materials/identity-card`)).body.code).toBe('paper.sent');
  });

  it('are taken no more once the whole application was taken back', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING]);
    await putPhoto(anna, id, 'identity-card');
    viewOf(await anna.post(`/${id}/submission`));
    viewOf(await anna.post(`/${id}/withdrawal`));
    expect(await refusalOf(await put(anna, id, 'identity-card?page=2', photo))).toEqual([409, 'paper.over']);
  });

  it('are used again for the next application of the same person, and of nobody else', async () => {
    const anna = house.resident();
    const { id } = await anna.filledDraft([LIVING]);
    await putPhoto(anna, id, 'identity-card');
    await anna.post(`/${id}/submission`);
    const next = await anna.filledDraft(['temporary-assistance']);
    expect(paperOf(next, 'identity-card')).toMatchObject({
      earlier: { takenOn: TODAY },
      ways: ['have', 'photo', 'later', 'in-person'],
    });
    const used = viewOf(await anna.call('PUT', `/${next.id}/materials/identity-card/way`, { way: 'have' }));
    expect(paperOf(used, 'identity-card')).toMatchObject({ way: 'have', state: 'ready', pages: [{ page: 1 }] });
    const ben = await house.resident().filledDraft(['temporary-assistance']);
    expect(paperOf(ben, 'identity-card').earlier).toBeUndefined();
  });
});

async function until(isSo: () => Promise<boolean>): Promise<boolean> {
  for (let left = 1500; left > 0; left -= 1) {
    if (await isSo()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import type { ExportView } from '@jinmen/shared/residents/rights';
import { anAccount } from '../../../../test/an-account';
import { besideHeld } from '../../../../test/beside-held';
import { photoOfPaper } from '../../../../test/hostile-files';
import { numbered, type ReliefHouse, startReliefHouse } from '../../../../test/relief-house';
import { answered, send } from '../../../../test/resident';
import { Transactions } from '../../../platform/database/transactions';
import { Exports } from './exports.service';
import { readable } from './readable';

const LIVING = 'minimum-living-allowance';
const CHILD = { id: 'm1', name: '王小明', idNumber: numbered('20100101'), relation: 'child' } as const;

let house: ReliefHouse;

beforeAll(async () => {
  house = await startReliefHouse();
});
afterAll(() => house.end());

const copy = (accountId: string, accept = 'application/json') =>
  house.server.get('/api/v1/export', { authorization: `Bearer ${accountId}`, accept });
const view = async (accountId: string) =>
  answered<ExportView>(
    await send(house.server, 'GET', '/api/v1/export', undefined, { authorization: `Bearer ${accountId}` }),
  );

describe('the copy a resident takes home', () => {
  it('holds what they typed and nothing of anybody else, others in it masked', async () => {
    const [anna, berta] = [house.resident(), house.resident({ name: '别人乙', idNumber: numbered('19700101', '003') })];
    const { id } = await anna.draft([LIVING]);
    const values = { 'applicant.phone': '13800005678', statement: '家里难', 'household.members': [CHILD] };
    await anna.call('PATCH', `/${id}`, { version: 1, fields: values });
    await berta.draft([LIVING]);
    const text = JSON.stringify(await view(anna.accountId));
    for (const own of ['13800005678', '家里难', '王*明']) expect(text).toContain(own);
    for (const other of [CHILD.name, CHILD.idNumber, '别人乙']) expect(text).not.toContain(other);
    const hers = JSON.stringify(await view(berta.accountId));
    expect(hers).not.toContain('13800005678');
  });

  it('can be read as a paper in plain words, and is kept in no cache', async () => {
    const clara = house.resident();
    await clara.submitted([LIVING]);
    await house.delivered();
    const text = readable(await view(clara.accountId));
    expect(text).toContain('【申请救助和补贴】');
    expect(text).toContain('申请哪几项：低保');
    expect(text).toContain('街道和区民政局：您的申请');
    expect(text).not.toMatch(/[a-z]{4,}/);
    expect(plainWordProblems(text.replaceAll('，待民政局核定', ''), ['最低生活保障'])).toEqual([]);
    const reply = await copy(clara.accountId, 'application/pdf');
    expect(reply.headers.get('content-type')).toBe('application/pdf');
    expect(reply.headers.get('content-disposition')).toContain('attachment');
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(Buffer.from(await reply.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  it('says which photos and files it does not hold, and where each is, and another’s are not among them', async () => {
    const [emma, fritz] = [house.resident(), house.resident({ name: '别人丙', idNumber: numbered('19700101', '005') })];
    const { id } = await emma.filledDraft([LIVING]);
    await fritz.filledDraft([LIVING]);
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(await photoOfPaper())]), 'x.jpg');
    const headers = { authorization: `Bearer ${emma.accountId}` };
    const at = `${house.server.url}/api/v1/relief/applications/${id}/materials/identity-card`;
    expect((await fetch(at, { method: 'PUT', headers, body: form })).status).toBe(200);
    const copied = await view(emma.accountId);
    const [paper] = copied.papers.items;
    expect(copied.papers).toEqual({
      words: expect.stringContaining('照片和文件本身不在这一份里'),
      items: [{ ...paper, name: '身份证', about: '低保', type: 'jpeg', sent: false }],
    });
    const file = await house.server.get(`/api/v1${paper?.path}`, headers);
    expect([file.status, (await file.arrayBuffer()).byteLength]).toEqual([200, paper?.bytes]);
    expect(readable(copied)).toMatch(
      /· 身份证（低保）：\d+\u00a0年\u00a0\d+\u00a0月\u00a0\d+\u00a0日 \d{1,2}:\d\d 的照片，约 0\.\d 兆，还没交上去/,
    );
    expect((await view(fritz.accountId)).papers.items).toEqual([]);
    expect(readable(await view(fritz.accountId))).toContain('【交过的照片和文件】\n没有交过。');
    expect(answered(await send(house.server, 'GET', '/api/v1/papers', undefined, headers))).toEqual({ items: [paper] });
    // sent, and then taken anew: the street has it and the phone does not
    await house.sql('UPDATE relief_paper_page SET position = NULL, sent_at = taken_at WHERE id = ?', [paper?.id]);
    const replaced = await view(emma.accountId);
    expect(replaced.papers.items).toEqual([{ ...paper, sent: true, path: undefined }]);
    expect(readable(replaced)).toContain('后来重新拍过，这一张只有街道有');
  });

  it('is made ten times a day and no more when two are asked for in the same moment', async () => {
    const accountId = await anAccount(house.server);
    for (let times = 0; times < 9; times += 1) expect((await copy(accountId)).status).toBe(200);
    const one = () => house.server.app.get(Exports, { strict: false }).of(accountId);
    const second = await besideHeld(house.server.app.get(Transactions), one, one);
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'export.too-many' } });
  });

  it('is made ten times a day, each on record', async () => {
    const dora = house.resident();
    for (let times = 0; times < 10; times += 1) expect((await copy(dora.accountId)).status).toBe(200);
    const refused = await copy(dora.accountId);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('3600');
    const rows = await house.sql("SELECT 1 FROM audit_row WHERE action = 'data.copied' AND person = ?", [
      dora.accountId,
    ]);
    expect(rows).toHaveLength(10);
    expect(house.server.app.get(Transactions).isOpen).toBe(false);
  });

  it('needs a session', async () => {
    expect((await house.server.get('/api/v1/export')).status).toBe(401);
  });
});

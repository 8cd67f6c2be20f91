import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import type { ReceiptView, TimelineView } from '@jinmen/shared/applications/views';
import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { figures } from '../../../../test/figures';
import { type ReliefHouse, startReliefHouse } from '../../../../test/relief-house';
import { Gauges } from '../../../platform/metrics/gauges';
import { drawReceipt } from './draw-receipt';
import { unpackWoff } from './sfnt';

const LIVING = 'minimum-living-allowance';
const FONT = require.resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff');

let house: ReliefHouse;

beforeAll(async () => {
  house = await startReliefHouse();
});
afterAll(() => house.end());

describe('a receipt', () => {
  it('says what was handed in, to whom and what comes, and masks who', async () => {
    const anna = house.resident({ name: '欧阳测试' });
    const { id, receiptNumber } = await anna.submitted([LIVING, 'funeral-subsidy']);
    const receipt = (await anna.call('GET', `/${id}/receipt`)).body as unknown as ReceiptView;
    expect(receipt).toMatchObject({
      receiptNumber,
      applicant: '欧阳**',
      programmes: [{ code: LIVING, title: '低保', holder: '西青区西营门街道办事处' }],
      papers: expect.arrayContaining(['身份证', '户口本']),
      phone: '12345',
    });
    expect(receipt.next.at(-1)).toContain('丧葬补贴');
    expect([...receipt.next, ...receipt.papers].flatMap((text) => plainWordProblems(text))).toEqual([]);
  });

  it('says of what is kept back that nobody has it yet, until it is handed over', async () => {
    const anna = house.resident();
    const { id, cases } = await anna.submitted([LIVING, 'disability-living-subsidy']);
    const waits = async () => {
      const { programmes } = (await anna.call('GET', `/${id}/receipt`)).body as unknown as ReceiptView;
      return programmes.map((programme) => programme.waits);
    };
    const [living, disability] = await waits();
    expect(living).toBeUndefined();
    expect(disability).toMatch(/^先替您留着，还没递。.+/);
    expect(plainWordProblems(String(disability))).toEqual([]);
    const caseNo = cases.find(({ bureau }) => bureau === 'social-assistance')?.id;
    await house.tell('social-assistance', { kind: 'accepted', caseNo, on: '2026-11-25' });
    const decided = { kind: 'decided', caseNo, programme: LIVING, outcome: 'approved', on: '2026-11-25' };
    await house.tell('social-assistance', { ...decided, amount: { fen: 104_500, per: 'household-month' } });
    expect(await waits()).toEqual([undefined, undefined]);
  });

  it('moves the figures of those who run it, and so does its decision, but says nothing about whose', async () => {
    const anna = house.resident();
    const [fresh, old] = [await anna.draft([LIVING]), await anna.draft([LIVING])];
    await house.sql('UPDATE relief_application SET updated_at = ? WHERE id = ?', ['2026-09-01 00:00:00.000', old.id]);
    const handedIn = `relief_handed_in_total{programme="${LIVING}"}`;
    const approved = `relief_decided_total{programme="${LIVING}",outcome="approved"}`;
    const days = 'relief_decision_working_days';
    const names = [handedIn, approved, `${days}_count{bureau="social-assistance"}`];
    const before = await figures(house.server, names);
    const { cases } = await anna.submitted([LIVING]);
    const decided = { kind: 'decided', caseNo: cases[0]?.id, programme: LIVING, outcome: 'approved', on: '2026-11-27' };
    await house.tell('social-assistance', { ...decided, amount: { fen: 104_500, per: 'household-month' } });
    expect(await figures(house.server, names)).toEqual(before.map((figure) => figure + 1));
    const [drafts = 0, abandoned = 0, within = 0] = await figures(house.server, [
      'relief_drafts{idle="under-30-days"}',
      'relief_drafts{idle="30-days-and-more"}',
      `${days}_bucket{bureau="social-assistance",le="3"}`,
    ]);
    expect([drafts > 0, abandoned, within > 0]).toEqual([true, 1, true]);
    expect(await house.server.app.get(Gauges).text()).not.toContain(fresh.id);
  });

  it('has the shorter clock where the district left decisions to its streets, as the timeline has', async () => {
    const delegating = await startReliefHouse(undefined, { DELEGATED_DISTRICTS: '120111' });
    try {
      const anna = delegating.resident();
      const { id, cases } = await anna.submitted([LIVING]);
      const accepted = { kind: 'accepted', caseNo: cases[0]?.id, on: '2026-11-25' };
      await delegating.tell('social-assistance', accepted);
      const receipt = (await anna.call('GET', `/${id}/receipt`)).body as unknown as ReceiptView;
      const timeline = (await anna.call('GET', `/${id}/timeline`)).body as unknown as TimelineView;
      expect(receipt.programmes[0]?.due).toMatchObject({ on: '2026-12-23', clock: '20 个工作日' });
      expect(timeline.steps.find(({ title }) => title === '低保：等结果')?.due).toEqual(receipt.programmes[0]?.due);
    } finally {
      await delegating.end();
    }
  });

  it('of a draft is none', async () => {
    const anna = house.resident();
    const { id } = await anna.draft([LIVING]);
    expect((await anna.call('GET', `/${id}/receipt`)).body.code).toBe('application.not-submitted');
  });

  it('is a paper for whoever asks for one', async () => {
    const anna = house.resident();
    const { id, receiptNumber } = await anna.submitted([LIVING]);
    const headers = { authorization: `Bearer ${anna.accountId}`, accept: 'application/pdf' };
    const replies = await Promise.all(
      [1, 2, 3].map(() => house.server.get(`/api/v1/relief/applications/${id}/receipt`, headers)),
    );
    for (const reply of replies) {
      expect(reply.status).toBe(200);
      expect(reply.headers.get('content-type')).toBe('application/pdf');
      expect(reply.headers.get('content-disposition')).toContain(`${receiptNumber}.pdf`);
      const pdf = Buffer.from(await reply.arrayBuffer());
      expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-');
      expect(pdf.length).toBeLessThan(60_000);
    }
  });
});

describe('the paper', () => {
  const receipt: ReceiptView = {
    receiptNumber: 'JM20261125-7KQ2M9XB',
    submittedAt: '2026-11-25T02:00:00.000Z',
    applicant: '𬎆**',
    programmes: [{ code: LIVING, title: '低保', holder: '西青区西营门街道办事处' }],
    papers: ['身份证', '户口本'],
    next: ['街道会先看材料。'],
    phone: '12345',
  };

  it('shows a character its font lacks as 〓 instead of failing', async () => {
    const pdf = await drawReceipt(receipt, unpackWoff(readFileSync(FONT)));
    expect(charactersOf(pdf)).toContain('〓');
    expect(
      charactersOf(await drawReceipt({ ...receipt, applicant: '测**' }, unpackWoff(readFileSync(FONT)))),
    ).not.toContain('〓');
  });

  it('is drawn with nothing but a WOFF font', () => {
    expect(() => unpackWoff(Buffer.from('OTTO'))).toThrow('not a WOFF file');
  });
});

/** The characters it can draw, out of the tables by which its text is read and copied (ToUnicode). */
function charactersOf(pdf: Buffer): string {
  const streams = pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g);
  const texts = [...streams].map(([, packed = '']) => unpacked(Buffer.from(packed, 'latin1')));
  const table = texts.filter((text) => text.includes('begincmap')).join();
  return [...table.matchAll(/<([0-9a-f]{4})>/gi)]
    .map(([, code = '']) => String.fromCodePoint(parseInt(code, 16)))
    .join('');
}

function unpacked(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return '';
  }
}

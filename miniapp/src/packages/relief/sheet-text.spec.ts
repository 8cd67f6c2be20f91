import { programmes } from '@jinmen/shared/catalogue';
import { teaProgrammeTexts } from '../../../test/tea-house';
import { type SheetSource, sheetAsText, sheetOf, sheetSource } from './sheet-text';

const source: SheetSource = {
  verdicts: [
    { programme: 'cake', verdict: 'unlikely' },
    { programme: 'tea', verdict: 'needs-review' },
    { programme: 'song', verdict: 'likely' },
    { programme: 'poem', verdict: 'need-facts' },
  ],
  asOf: '2026-11-24',
  rulesVersion: '2026.11.3+x',
  seenOn: '2026-11-25',
};
const titles = (given: SheetSource) =>
  sheetOf(given, teaProgrammeTexts).groups.map(({ title, items }) => [title, ...items.map((item) => item.title)]);

describe('the sheet', () => {
  it('holds what may fit, then what the street decides, and nothing that did not match', () => {
    expect(titles(source)).toEqual([
      ['可能符合的', '唱曲补贴'],
      ['要街道核定的', '茶水（茶水补贴）'],
    ]);
  });

  it('says with which papers, where, how long and whom to call', () => {
    const [, review] = sheetOf(source, teaProgrammeTexts).groups;
    expect(review?.items[0]?.lines).toEqual([
      { label: '带什么', text: '茶票；茶杯' },
      { label: '去哪儿', text: '茶馆柜台' },
      { label: '多久', text: '一泡茶' },
      { label: '打电话问', text: '12345' },
    ]);
  });

  it('says what it leaves out, by what it goes and when it was seen', () => {
    const { notes, basis } = sheetOf(source, teaProgrammeTexts);
    expect(notes).toEqual(['还有 1 项没问完，这里没写。', '拿不准，打 12345 问。']);
    expect(basis).toBe('2026 年 11 月 25 日看的，按 2026 年 11 月 24 日的标准算 · 规则版本 2026.11.3');
  });

  it('of nothing that matched still says where to turn', () => {
    const none = { ...source, verdicts: [{ programme: 'cake', verdict: 'unlikely' as const }] };
    expect(sheetOf(none, teaProgrammeTexts)).toMatchObject({
      groups: [],
      notes: [expect.stringContaining('12345'), expect.anything()],
    });
  });

  it('never shows a code where there is no text for it', () => {
    const unknown = { ...source, verdicts: [{ programme: 'no-such', verdict: 'likely' as const }] };
    expect(sheetAsText(sheetOf(unknown, programmes))).not.toContain('no-such');
  });

  it('takes along nothing but the codes', () => {
    const seen = {
      ...source,
      facts: { 'guest.spendFen': 876_543 },
      verdicts: [
        { programme: 'tea', verdict: 'likely' as const, amount: { min: 876_543 }, clauses: [{ value: 876_543 }] },
      ],
    };
    expect(sheetSource(seen, '2026-11-25')).toEqual({
      verdicts: [{ programme: 'tea', verdict: 'likely' }],
      asOf: source.asOf,
      rulesVersion: source.rulesVersion,
      seenOn: '2026-11-25',
    });
  });

  it('is the same text to paste', () => {
    expect(sheetAsText(sheetOf(source, teaProgrammeTexts)).split('\n').slice(0, 5)).toEqual([
      '可以去问的帮扶',
      '这只是先看看，最后由街道核定。',
      '',
      '【可能符合的】',
      '1. 唱曲补贴',
    ]);
  });
});

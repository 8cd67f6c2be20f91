import type { Clause, Outcome, ProgrammeVerdict, VerdictCode } from '@jinmen/shared/eligibility/assessment';
import type { Programme } from '@jinmen/shared/eligibility/programme';
import { relevantClauses } from '@jinmen/shared/eligibility/relevant-clauses';
import type { FactValues } from '@jinmen/shared/facts/fact';
import { teaDerived, teaFacts } from '../../../test/tea-house';
import { amountInWords, figuresOf } from './figures';
import { inOrder, titleOf, verdictView } from './verdict-view';

const vocabulary = { facts: teaFacts, derived: teaDerived };
const source = {
  document: '茶规〔2026〕1号',
  article: '第二条',
  effective: '2026-01-01',
  row: 'A.1',
  confidence: 'seed',
} as const;

const perHead = (over: Partial<Clause>): Clause => ({
  id: 'C1',
  text: '人均茶钱低于茶馆标准',
  source,
  fact: 'guest.spendPerHeadFen',
  threshold: 104_500,
  outcome: 'yes',
  decides: 'eligibility',
  ...over,
});

const verdict = (
  code: VerdictCode,
  clauses: readonly Clause[],
  more: Partial<ProgrammeVerdict> = {},
): ProgrammeVerdict => ({
  programme: 'tea-house-grant',
  verdict: code,
  clauses,
  missing: [],
  review: [],
  ...more,
});

const asOf = '2026-11-24';
const viewOf = (each: ProgrammeVerdict, answers: FactValues = {}) =>
  verdictView(each, { programme: undefined, asOf, answers, vocabulary });
const whyOf = (each: ProgrammeVerdict, answers: FactValues = {}) => viewOf(each, answers).why;
const amountOf = (each: ProgrammeVerdict) => viewOf(each).amount;

const titleFor = (...codes: readonly VerdictCode[]) =>
  titleOf({ rulesVersion: '1', asOf: '2026-11-24', notAsked: [], verdicts: codes.map((code) => verdict(code, [])) });

describe('the headline', () => {
  it('counts what may fit, and never says 符合 without 可能', () => {
    expect(titleFor('likely', 'likely', 'unlikely')).toBe('您家可能符合 2 项');
    expect(titleFor('likely', 'needs-review', 'needs-review', 'unlikely')).toBe(
      '您家可能符合 1 项，另有 2 项要街道核定',
    );
    expect(titleFor('needs-review', 'unlikely', 'need-facts')).toBe('有 1 项要街道核定');
    expect(titleFor('need-facts', 'unlikely')).toBe('还差几题，才看得出来');
    expect(titleFor('unlikely', 'unlikely')).toBe('这次都没对上');
  });

  it('stands above the cards with the best news first', () => {
    const codes: readonly VerdictCode[] = ['unlikely', 'need-facts', 'likely', 'needs-review'];
    expect(inOrder(codes.map((code) => verdict(code, []))).map((each) => each.verdict)).toEqual([
      'likely',
      'needs-review',
      'need-facts',
      'unlikely',
    ]);
  });
});

describe('why', () => {
  it('is said with the figures that decided it', () => {
    expect(whyOf(verdict('likely', [perHead({ value: { min: 86_000, max: 86_000 } })]))).toBe(
      '人均茶钱 860 元，标准 1045 元',
    );
  });

  it('is said with the nearest clause that did not match, and by how much', () => {
    const missed = verdict('unlikely', [perHead({ outcome: 'no', value: { min: 116_500, max: 116_500 } })]);
    expect(whyOf(missed)).toBe(
      '要对上这一条，这次没对上：“人均茶钱低于茶馆标准”（人均茶钱 1165 元，标准 1045 元，高了 120 元）',
    );
  });

  it('names, of several lines one number misses, the one it misses by least', () => {
    const line = (text: string, threshold: number) =>
      perHead({ id: text, text, fact: 'guest.age', value: 59, threshold, outcome: 'no' });
    expect(whyOf(verdict('unlikely', [line('满100岁', 100), line('满60岁', 60)]))).toContain('“满60岁”');
  });

  const manners = perHead({
    id: 'C2',
    text: '茶品由茶馆看',
    fact: 'guest.manners',
    threshold: [true],
    outcome: 'review',
  });

  it('says both halves when one side is decided and another only the office can know', () => {
    const half = verdict('needs-review', [perHead({ value: { min: 86_000, max: 86_000 } }), manners]);
    expect(whyOf(half)).toBe('人均茶钱 860 元，标准 1045 元，对得上；茶品由街道核定');
  });

  it('names the clause, not the answer, where the answer is plain and its limit is not', () => {
    const unknown = {
      id: 'C3',
      text: '茶客够多',
      source,
      fact: 'guest.count',
      value: 3,
      decides: 'eligibility',
    } as const;
    expect(whyOf(verdict('needs-review', [{ ...unknown, outcome: 'review' }]), { 'guest.count': 3 })).toBe(
      '“茶客够多”由街道核定',
    );
  });

  it('says apart what the resident left unclear and what the street settles', () => {
    const open = [perHead({ outcome: 'review', value: { min: 0, max: 9_900_000 } }), manners];
    const unclear = verdict('needs-review', open, { review: ['guest.spendFen', 'guest.manners'] });
    expect(whyOf(unclear, { 'guest.spendFen': null })).toBe(
      '您选了“不清楚”的（每月茶钱），由街道帮您看；茶品由街道核定',
    );
  });

  it('never claims 不清楚 of an answer that was given', () => {
    const open = [perHead({ outcome: 'review', value: { min: 0, max: 9_900_000 } }), manners];
    const given = verdict('needs-review', open, { review: ['guest.spendFen', 'guest.manners'] });
    expect(whyOf(given, { 'guest.spendFen': 500 })).toBe(
      '“人均茶钱低于茶馆标准”（人均茶钱最多 99000 元，标准 1045 元）、茶品由街道核定',
    );
  });

  it('names a sum the street has to find out, though a part of it was never asked', () => {
    const open = verdict('needs-review', [perHead({ outcome: 'missing', value: { min: 0 } }), manners]);
    expect(whyOf(open)).toBe('“人均茶钱低于茶馆标准”（标准 1045 元）、茶品由街道核定');
  });

  it('counts no age among what matches: it was given, and the sums are what was worked out', () => {
    const age = perHead({ fact: 'guest.age', value: 82, threshold: 60 });
    expect(whyOf(verdict('needs-review', [age, manners]))).toBe('茶品由街道核定');
  });

  it('names what is still missing in plain words', () => {
    const open = verdict('need-facts', [], { missing: ['guest.count', 'guest.spendFen'] });
    expect(whyOf(open)).toBe('还差 2 题：茶客人数、每月茶钱');
  });
});

describe('figures', () => {
  it.each([
    [{ min: 80_000, max: 90_000 }, '人均茶钱 800 到 900 元，标准 1045 元'],
    [{ max: 90_000 }, '人均茶钱最多 900 元，标准 1045 元'],
    [{ min: 0, max: 90_000 }, '人均茶钱最多 900 元，标准 1045 元'],
    [{ min: 80_000 }, '人均茶钱至少 800 元，标准 1045 元'],
    [{ min: 104_499, max: 104_499 }, '人均茶钱 1044.99 元，标准 1045 元'],
    [{}, '标准 1045 元'],
  ])('half known (%j) are said as half known', (value, words) => {
    expect(figuresOf(perHead({ value }), vocabulary)).toBe(words);
  });

  const share = (over: Partial<Clause>) => perHead({ fact: 'guest.teaShare', threshold: 600, ...over });

  it.each([
    [750, '茶钱占花销 75%，标准 60%'],
    [600, '茶钱占花销 60%，标准 60%'],
    [599.999, '茶钱占花销 59.9%，标准 60%'],
    [600.001, '茶钱占花销 60.1%，标准 60%'],
    [123.4, '茶钱占花销 12.3%，标准 60%'],
    [2500, '茶钱占花销 250%，标准 60%'],
  ])('of a share are percents, and never lie on a line they miss (%p)', (permille, words) => {
    expect(figuresOf(share({ value: { min: permille, max: permille } }), vocabulary)).toBe(words);
  });

  it('of a share say what decided it, and no sum by which it was missed', () => {
    const missed = share({ outcome: 'no', value: { min: 599.999, max: 599.999 } });
    expect(whyOf(verdict('unlikely', [missed]))).toBe(
      '要对上这一条，这次没对上：“人均茶钱低于茶馆标准”（茶钱占花销 59.9%，标准 60%）',
    );
    const half = verdict('needs-review', [share({ value: { min: 750, max: 750 } })]);
    expect(whyOf(half)).toContain('茶钱占花销 75%，标准 60%，对得上');
  });

  it('of an age and of a day are said with what they count', () => {
    const age = perHead({ fact: 'guest.age', value: 79, threshold: 80, outcome: 'no' });
    expect(figuresOf(age, vocabulary)).toBe('茶客的岁数 79 岁，标准 80 岁');
    const day = perHead({
      fact: 'guest.firstCame',
      value: '2026-05-24',
      threshold: '2026-05-25',
      deadline: '2026-11-24',
      outcome: 'no',
    });
    expect(figuresOf(day, vocabulary)).toBe('头一回来的日子 2026 年 5 月 24 日，最后一天是 2026 年 11 月 24 日');
    const { value: _none, ...notAsked } = day;
    expect(figuresOf({ ...notAsked, outcome: 'missing' }, vocabulary)).toBeUndefined();
  });

  it('are left out where the line is only that there is some, and how much it is missed by too', () => {
    const some = perHead({ threshold: 1, value: { min: 80_000, max: 80_000 } });
    expect(figuresOf(some, vocabulary)).toBeUndefined();
    const none = verdict('unlikely', [{ ...some, outcome: 'no', value: { min: 0, max: 0 } }]);
    expect(whyOf(none)).toBe('要对上这一条，这次没对上：“人均茶钱低于茶馆标准”');
  });

  it('are left out where no number decides, or the standard is unknown', () => {
    expect(figuresOf(perHead({ fact: 'guest.tea', value: 'green', threshold: ['green'] }), vocabulary)).toBeUndefined();
    const { threshold: _unknown, ...without } = perHead({ value: { min: 1, max: 1 } });
    expect(figuresOf(without, vocabulary)).toBeUndefined();
  });
});

describe('the amount', () => {
  const amount = { per: 'household-month', text: '每户每月补差' } as const;

  it('is said as far as it is known, and as a condition', () => {
    expect(amountInWords({ ...amount, min: 18_500, max: 18_500 })).toBe('185 元');
    expect(amountInWords({ ...amount, min: 0, max: 31_400 })).toBe('最多 314 元');
    expect(amountOf(verdict('likely', [], { amount: { ...amount, min: 18_500, max: 18_500 } }))).toBe(
      '要是批下来：每户每月补差 185 元',
    );
  });

  it('of unknown size is left to the street, and none is shown where nothing matched', () => {
    expect(amountOf(verdict('needs-review', [], { amount: { ...amount, min: 0 } }))).toBe(
      '要是批下来给多少，由街道核定。',
    );
    expect(amountOf(verdict('unlikely', [], { amount: { ...amount, min: 1, max: 1 } }))).toBeUndefined();
  });
});

it('every clause is shown with its outcome, its figures and where it is written', () => {
  expect(viewOf(verdict('likely', [perHead({ value: { min: 86_000, max: 86_000 } })])).clauses).toEqual([
    {
      id: 'C1',
      text: '人均茶钱低于茶馆标准',
      outcome: '对得上',
      tone: 'yes',
      figures: '人均茶钱 860 元，标准 1045 元',
      source: '茶规〔2026〕1号 第二条（2026 年 1 月 1 日起施行）',
    },
  ]);
});

describe('a clause that does not matter', () => {
  const leaf = (id: string) =>
    ({ kind: 'leaf', id, text: id, source, fact: 'guest.tea', test: { op: 'oneOf', values: ['green'] } }) as const;
  const way = { kind: 'any', of: [leaf('A'), { kind: 'all', of: [leaf('B'), leaf('C')] }] } as const;
  const rule = { kind: 'all', of: [way, leaf('D')] } as const;
  const relevant = (outcomes: Readonly<Record<string, Outcome>>) => [
    ...relevantClauses(rule, new Map(Object.entries(outcomes))),
  ];

  it('is another way in when one way holds already', () => {
    expect(relevant({ A: 'yes', B: 'no', C: 'missing', D: 'review' })).toEqual(['A', 'D']);
  });

  it('is every other requirement once one failed', () => {
    expect(relevant({ A: 'yes', B: 'no', C: 'missing', D: 'no' })).toEqual(['D']);
    expect(relevant({ A: 'no', B: 'no', C: 'missing', D: 'review' })).toEqual(['A', 'B']);
  });

  it('is none while nothing is settled', () => {
    expect(relevant({ A: 'missing', B: 'yes', C: 'missing', D: 'yes' })).toEqual(['A', 'B', 'C', 'D']);
  });

  it('is shown as such, and never held against the resident', () => {
    const programme: Programme = {
      code: 'tea-house-grant',
      title: '茶补',
      formalName: '茶馆补助',
      summary: '茶客有补。',
      door: 'general',
      words: ['tea'],
      bureau: 'tea',
      guide: { where: '茶馆', papers: [], howLong: '一盏茶', phone: '12345' },
      versions: [{ from: '2026-01-01', rule }],
    };
    const given = (id: string, outcome: Outcome) => perHead({ id, text: id, outcome, fact: 'guest.tea' });
    const view = verdictView(
      verdict('unlikely', [given('A', 'yes'), given('B', 'no'), given('C', 'missing'), given('D', 'no')]),
      { programme, asOf, answers: {}, vocabulary },
    );
    expect(view.why).toBe('要对上这一条，这次没对上：“D”');
    expect(view.clauses.map(({ outcome }) => outcome)).toEqual(['对得上', '没对上', '还没问', '没对上']);
    const idle = view.clauses.filter(({ figures }) => figures === '这一条不影响这次的结果。');
    expect(idle.map(({ id }) => id)).toEqual(['B', 'C']);
  });
});

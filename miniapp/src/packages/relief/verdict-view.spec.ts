import type { Clause, ProgrammeVerdict, VerdictCode } from '@jinmen/shared/eligibility/assessment';
import { teaDerived, teaFacts } from '../../../test/tea-house';
import { amountInWords, figuresOf } from './figures';
import { amountOf, clauseLines, inOrder, titleOf, whyOf } from './verdict-view';

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

const titleFor = (...codes: readonly VerdictCode[]) =>
  titleOf({ rulesVersion: '1', asOf: '2026-11-24', notAsked: [], verdicts: codes.map((code) => verdict(code, [])) });

describe('the headline', () => {
  it('counts what may fit, and never says 符合 without 可能', () => {
    expect(titleFor('likely', 'likely', 'unlikely')).toBe('您家可能符合 2 项');
    expect(titleFor('needs-review', 'unlikely', 'need-facts')).toBe('有 1 项，要街道核定');
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
    expect(whyOf(verdict('likely', [perHead({ value: { min: 86_000, max: 86_000 } })]), vocabulary)).toBe(
      '人均茶钱 860 元，标准 1045 元',
    );
  });

  it('is said with the nearest clause that did not match, and by how much', () => {
    const missed = verdict('unlikely', [perHead({ outcome: 'no', value: { min: 116_500, max: 116_500 } })]);
    expect(whyOf(missed, vocabulary)).toBe(
      '没对上的是：人均茶钱低于茶馆标准（人均茶钱 1165 元，标准 1045 元，高了 120 元）',
    );
  });

  it('says both halves when one side is decided and another only the office can know', () => {
    const half = verdict('needs-review', [perHead({ value: { min: 86_000, max: 86_000 } })], {
      review: ['guest.manners'],
    });
    expect(whyOf(half, vocabulary)).toBe('人均茶钱对得上（人均茶钱 860 元，标准 1045 元）；茶品由街道核定');
  });

  it('names what is still missing in plain words', () => {
    const open = verdict('need-facts', [], { missing: ['guest.count', 'guest.spendFen'] });
    expect(whyOf(open, vocabulary)).toBe('还差 2 项：茶客人数、每月茶钱');
  });
});

describe('figures', () => {
  it.each([
    [{ min: 80_000, max: 90_000 }, '人均茶钱 800 到 900 元，标准 1045 元'],
    [{ max: 90_000 }, '人均茶钱 最多 900 元，标准 1045 元'],
    [{ min: 0, max: 90_000 }, '人均茶钱 最多 900 元，标准 1045 元'],
    [{ min: 80_000 }, '人均茶钱 至少 800 元，标准 1045 元'],
    [{ min: 104_499, max: 104_499 }, '人均茶钱 1044.99 元，标准 1045 元'],
    [{}, '标准 1045 元'],
  ])('half known (%j) are said as half known', (value, words) => {
    expect(figuresOf(perHead({ value }), vocabulary)).toBe(words);
  });

  it('are left out where no number decides, or the standard is unknown', () => {
    expect(figuresOf(perHead({ fact: 'guest.tea', value: 'green', threshold: ['green'] }), vocabulary)).toBeUndefined();
    const { threshold: _unknown, ...without } = perHead({ value: { min: 1, max: 1 } });
    expect(figuresOf(without, vocabulary)).toBeUndefined();
  });
});

describe('the amount', () => {
  const amount = { per: 'household-month', text: '补差' } as const;

  it('is said as far as it is known, and as a condition', () => {
    expect(amountInWords({ ...amount, min: 18_500, max: 18_500 })).toBe('每户每月 185 元');
    expect(amountInWords({ ...amount, min: 0, max: 31_400 })).toBe('每户每月 最多 314 元');
    expect(amountOf(verdict('likely', [], { amount: { ...amount, min: 18_500, max: 18_500 } }))).toBe(
      '要是批下来：补差，每户每月 185 元',
    );
  });

  it('of unknown size is left to the street, and none is shown where nothing matched', () => {
    expect(amountOf(verdict('needs-review', [], { amount: { ...amount } }))).toBe('要是批下来给多少，由街道核定。');
    expect(amountOf(verdict('unlikely', [], { amount: { ...amount, min: 1, max: 1 } }))).toBeUndefined();
  });
});

it('every clause is shown with its outcome, its figures and where it is written', () => {
  expect(clauseLines([perHead({ value: { min: 86_000, max: 86_000 } })], vocabulary)).toEqual([
    {
      id: 'C1',
      text: '人均茶钱低于茶馆标准',
      outcome: '对得上',
      tone: 'yes',
      figures: '人均茶钱 860 元，标准 1045 元',
      source: '茶规〔2026〕1号 第二条（2026-01-01 起施行）',
    },
  ]);
});

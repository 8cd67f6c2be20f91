import { clauseOf } from './clause-of';

const LIVING = 'minimum-living-allowance';
const TODAY = '2026-11-25';

describe('a clause in the words of a bureau', () => {
  it.each(['家里人均月收入低于低保标准', ' 家里人均月收入，低于低保标准。 ', '家里人均\n月收入低于低保标准'])(
    '%j is the clause of the rule in force, with its source',
    (words) => {
      expect(clauseOf(LIVING, words, TODAY)).toEqual({
        id: 'C5',
        source: expect.objectContaining({ document: '《社会救助暂行办法》', article: '第九条' }),
      });
    },
  );

  it.each(['家里人均月收入低于低保边缘标准', '人均收入高于标准', '低保标准', 'C5', ''])(
    '%j is nobody’s but the bureau’s',
    (words) => {
      expect(clauseOf(LIVING, words, TODAY)).toBeUndefined();
    },
  );

  it('is looked for in the programme it was refused under, and in the rule of that day', () => {
    expect(clauseOf('temporary-assistance', '家里人均月收入低于低保标准', TODAY)).toBeUndefined();
    expect(clauseOf(LIVING, '名下没有汽车', '2022-12-01')?.id).toBe('C7');
    expect(clauseOf(LIVING, '名下没有汽车', TODAY)).toBeUndefined();
    expect(clauseOf('no-such-programme', '名下没有汽车', TODAY)).toBeUndefined();
  });
});

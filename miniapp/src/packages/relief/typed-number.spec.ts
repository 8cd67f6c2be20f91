import { readTyped, typedText } from './typed-number';

const money = { type: 'money', label: '工资', max: 100_000_000 } as const;
const count = { type: 'count', label: '几口人', min: 1, max: 20 } as const;

describe('money as people type it', () => {
  it.each([
    ['1200', 120_000],
    ['0', 0],
    ['1,200', 120_000],
    ['1，200元', 120_000],
    ['１２００', 120_000],
    ['1200.5', 120_050],
    ['1200.55', 120_055],
    ['0.29', 29],
    [' 860 ', 86_000],
    ['1.2万', 1_200_000],
    ['3万', 3_000_000],
  ])('%s becomes %d fen', (text, value) => {
    expect(readTyped(text, money)).toEqual({ value });
  });

  it.each([
    ['', '填一个数。拿不准，就点“不清楚”。'],
    ['一千二', '这里填钱数，比如 1200。没有就填 0。'],
    ['1.2.3', '这里填钱数，比如 1200。没有就填 0。'],
    ['1e9', '这里填钱数，比如 1200。没有就填 0。'],
    ['12.345', '这里填钱数，比如 1200。没有就填 0。'],
    ['-5', '不能比 0 小。没有就填 0。'],
    ['1000001', '这个数太大了，最多 1000000 元。看看是不是多按了几个 0。'],
    ['999999999', '这个数太大了，最多 1000000 元。看看是不是多按了几个 0。'],
  ])('%s is answered with what to type instead', (text, problem) => {
    expect(readTyped(text, money)).toEqual({ problem });
  });

  it('shows again what was typed, to the fen', () => {
    for (const value of [0, 29, 86_000, 120_050]) {
      expect(readTyped(typedText(value, money), money)).toEqual({ value });
    }
  });
});

describe('a number of people', () => {
  it('is a whole number within its bounds', () => {
    expect(readTyped('3口人', count)).toEqual({ value: 3 });
    expect(readTyped('0', count)).toEqual({ problem: '填 1 到 20 之间的数。' });
    expect(readTyped('21', count)).toEqual({ problem: '填 1 到 20 之间的数。' });
    expect(readTyped('2.5', count)).toEqual({ problem: '这里填整数，比如 3。' });
  });
});

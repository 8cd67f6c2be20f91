import { largeYuan, yuan, yuanNumber } from './money';

describe('money on the screen', () => {
  it.each([
    [104_500, '1045'],
    [156_750, '1567.50'],
    [1, '0.01'],
    [10, '0.10'],
    [100, '1'],
    [0, '0'],
    [3_762_000, '37620'],
  ])('%p fen are %s yuan', (fen, text) => {
    expect(yuanNumber(fen)).toBe(text);
    expect(yuan(fen)).toBe(`${text}\u00a0元`);
  });

  it.each([
    [10_000_000, '10\u00a0万元'],
    [300_000, '3000\u00a0元'],
    [1_500_000, '15000\u00a0元'],
    [156_750, '1567.50\u00a0元'],
  ])('%p fen are, as a large round sum where they are one, %s', (fen, text) => {
    expect(largeYuan(fen)).toBe(text);
  });

  it('rounds part of a fen, which only a share a head can have', () => {
    expect(yuanNumber(33_333.333)).toBe('333.33');
    expect(yuanNumber(99_999.5)).toBe('1000');
  });
});

import { translateSelector } from './selector';

describe('translateSelector', () => {
  it.each([
    ['view.item', 'wx-view.item'],
    ['#go', '#go'],
    ['.a .b', '.a .b'],
    ['page', 'wx-page'],
  ])('turns %s into %s where nothing is scoped', (selector, css) => {
    expect(translateSelector(selector, [])).toEqual({ css, pierce: false });
  });

  it('finds a class under every scope of style isolation', () => {
    expect(translateSelector('.face', ['c2', 'c5']).css).toBe(':is(.face, .c2--face, .c5--face)');
  });

  it('pierces components only when asked to', () => {
    expect(translateSelector('comp >>> .x', [])).toEqual({ css: 'wx-comp .x', pierce: true });
  });

  it('throws on what is no selector', () => {
    expect(() => translateSelector('[', [])).toThrow();
  });
});

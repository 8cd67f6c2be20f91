import type { DistFiles } from './dist-files';
import { compileStyle, rpxToViewWidth, translateSelector } from './wxss';

const filesOf = (texts: Record<string, string>): DistFiles => ({
  paths: Object.keys(texts),
  has: (path) => path in texts,
  text: (path) => texts[path] ?? '',
  bytes: (path) => (texts[path] ?? '').length,
});

describe('wxss', () => {
  it('makes 750rpx the width of the screen', () => {
    expect(rpxToViewWidth('750rpx')).toBe('100vw');
    expect(rpxToViewWidth('calc(100% - 15rpx) -7.5rpx')).toBe('calc(100% - 2vw) -1vw');
  });

  it('leaves words that merely contain rpx alone', () => {
    expect(rpxToViewWidth('12px rpxfont 3rpxs')).toBe('12px rpxfont 3rpxs');
  });

  it.each([
    ['page', '', 'body'],
    ['view.a > text#b', '', 'wx-view.a > wx-text#b'],
    ['.a .b', 'c3', '.c3--a .c3--b'],
    [':host', 'c3', '[wx-host=c3]'],
    ['*', 'c3', '*'],
  ])('translates %s under scope "%s" into %s', (selector, scope, expected) => {
    expect(translateSelector(selector, scope)).toBe(expected);
  });

  it('does not take the steps of keyframes for elements', () => {
    const files = filesOf({ 'a.wxss': '@keyframes k { from { left: 0 } 50% { left: 75rpx } to { left: 0 } }' });
    expect(compileStyle(files, 'a.wxss')).toContain('50% { left: 10vw }');
    expect(compileStyle(files, 'a.wxss')).not.toContain('wx-');
  });

  it('puts imported files before the rules that follow them, once, even when they import each other', () => {
    const files = filesOf({
      'pages/a.wxss': '@import "../base.wxss"; @import "/base.wxss"; .a { color: red }',
      'base.wxss': '@import "pages/a.wxss"; .base { color: blue }',
    });
    const css = compileStyle(files, 'pages/a.wxss', 'c1');
    expect(css.match(/c1--base/g)).toHaveLength(1);
    expect(css.indexOf('c1--base')).toBeLessThan(css.indexOf('c1--a'));
  });

  it('takes a missing file for an empty style sheet', () => {
    expect(compileStyle(filesOf({}), 'none.wxss')).toBe('');
  });
});

import { asksTooMuch, typedValue } from './properties';

describe('typedValue', () => {
  it.each([
    ['input', 'maxlength', undefined, 140],
    ['input', 'maxlength', '20', 20],
    ['input', 'maxlength', -1, -1],
    ['input', 'maxlength', 'many', 140],
    ['input', 'disabled', undefined, false],
    ['input', 'disabled', '', false],
    ['input', 'disabled', 'false', true],
    ['input', 'value', 12, '12'],
    ['input', 'value', null, ''],
    ['scroll-view', 'bounces', undefined, true],
    ['navigator', 'delta', '2', 2],
    ['picker', 'range', undefined, undefined],
    ['view', 'aria-hidden', 'false', 'false'],
  ])('makes of <%s %s=%j> what a phone makes of it', (tag, name, value, expected) => {
    expect(typedValue(tag, name, value)).toBe(expected);
  });
});

describe('asksTooMuch', () => {
  it('tells what asks for something the host does not do from what says the usual', () => {
    expect(asksTooMuch('text', 'decode', true)).toBe(true);
    expect(asksTooMuch('text', 'decode', false)).toBe(false);
    expect(asksTooMuch('view', 'decode', true)).toBe(false);
  });
});

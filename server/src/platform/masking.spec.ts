import { maskedFamilyName, maskedIdNumber, maskedName, maskedPhone, numbersMasked } from './masking';

it.each([
  ['张三', '张*'],
  ['张三丰', '张*丰'],
  ['欧阳文静', '欧阳**'],
  ['阿卜杜拉江', '阿**'],
  ['古丽巴哈尔·买买提', '古**'],
  ['古丽•买', '古**'],
  ['Al.B', 'A**'],
  ['Al B', 'A**'],
  ['𠮷田', '𠮷*'],
  ['𠮷田一', '𠮷*一'],
  ['甲', '甲*'],
])('%s is shown as %s', (name, shown) => {
  expect(maskedName(name)).toBe(shown);
});

it.each([
  ['张三丰', '张*'],
  ['𠮷田一', '𠮷*'],
])('of %s a stranger is told no more than %s', (name, shown) => {
  expect(maskedFamilyName(name)).toBe(shown);
});

it('a blank around a name makes it no other one', () => {
  expect([maskedName(' 张三 '), maskedName(' 张三丰 '), maskedFamilyName(' 欧阳文静')]).toEqual([
    '张*',
    '张*丰',
    '欧*',
  ]);
});

it('of no name nothing but stars is shown', () => {
  expect([maskedName(' '), maskedFamilyName('')]).toEqual(['*', '*']);
});

it.each([
  ['13812345678', '138****5678'],
  ['02223456789', '022****6789'],
  ['022-2345678', '****78'],
  ['8613812345678', '****78'],
  ['a13812345678', '****78'],
  ['13812345678a', '****8a'],
])('the number %s is shown as %s', (phone, shown) => {
  expect(maskedPhone(phone)).toBe(shown);
});

it('an ID number shows its first and its last sign, however long it is', () => {
  expect(maskedIdNumber('11010519491231002X')).toBe('1****************X');
  expect(maskedIdNumber('110105491231002')).toBe('1****************2');
});

it.each([
  ['打 13812345678 找我', '打 138****5678 找我', 1],
  ['8613812345678，138 1234 5678', '138****5678，138****5678', 2],
  ['身份证11010519491231002x。', '身份证1****************x。', 1],
  ['110105 19491231 002X', '1****************X', 1],
  ['残疾人证 11010519491231002X43', '残疾人证 1****************3', 1],
  ['１３８１２３４５６７８，１３８－１２３４－５６７８', '138****5678，138****5678', 2],
  ['１１０１０５１９４９１２３１００２Ｘ', '1****************X', 1],
  ['电话 022-23456789，编号 TS20261125，2026-11-25', '电话 022-23456789，编号 TS20261125，2026-11-25', 0],
  ['老身份证 120101800101123，交易号 120101809901123', '老身份证 1****************3，交易号 120101809901123', 1],
])('what was typed as %s is shown as %s', (typed, text, numbers) => {
  expect(numbersMasked(typed)).toEqual({ text, numbers });
});

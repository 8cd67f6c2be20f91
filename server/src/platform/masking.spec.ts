import { maskedIdNumber, maskedName, maskedPhone } from './masking';

it.each([
  ['张三', '张*'],
  ['张三丰', '张*丰'],
  ['欧阳文静', '欧阳**'],
  ['古丽巴哈尔·买买提', '古**'],
  ['𠮷田', '𠮷*'],
  ['𠮷田一', '𠮷*一'],
  ['甲', '甲*'],
])('%s is shown as %s', (name, shown) => {
  expect(maskedName(name)).toBe(shown);
});

it.each([
  ['13812345678', '138****5678'],
  ['02223456789', '022****6789'],
  ['022-2345678', '****78'],
])('the number %s is shown as %s', (phone, shown) => {
  expect(maskedPhone(phone)).toBe(shown);
});

it('an ID number shows its first and its last sign', () => {
  expect(maskedIdNumber('11010519491231002X')).toBe('1****************X');
});

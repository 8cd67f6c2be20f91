import fc from 'fast-check';
import { checkDigit } from '../kernel/id-number';
import { adultsOf, isOwnNumber } from './adults';

const TODAY = '2026-11-25';
const numbered = (birth: string, order = '001') => `999999${birth}${order}${checkDigit(`999999${birth}${order}`)}`;
const grownUp = { name: '测试甲', idNumber: numbered('19800101') };
const member = (id: string, idNumber: string) => ({ id, name: `测试${id}`, idNumber });
const who = (household: Parameters<typeof adultsOf>[0], today = TODAY as `${number}-${number}-${number}`) =>
  adultsOf(household, today).map(({ member: of }) => of);

describe('the grown-ups of a household', () => {
  it.each([
    ['the day before', '20081126', false],
    ['on the day', '20081125', true],
  ])('begin with the eighteenth birthday: %s', (_when, birth, isOne) => {
    const members = [member('m1', numbered(birth))];
    expect(who({ applicant: grownUp, members })).toEqual(isOne ? ['applicant', 'm1'] : ['applicant']);
  });

  it('are a guardian who lives there and not the child it is about', () => {
    const child = { name: '测试小', idNumber: numbered('20170101') };
    expect(who({ applicant: child, filer: grownUp, members: [] })).toEqual(['filer']);
  });

  it('are each asked once, also whoever stands among the members too', () => {
    const child = { name: '测试小', idNumber: numbered('20170101') };
    const spaced = `${grownUp.idNumber.slice(0, 6)} ${grownUp.idNumber.slice(6)}`;
    expect(who({ applicant: child, filer: grownUp, members: [member('m1', spaced)] })).toEqual(['filer']);
  });

  it('leave nobody out whose number cannot be read', () => {
    expect(who({ applicant: grownUp, members: [member('m1', 'X123')] })).toEqual(['applicant', 'm1']);
  });
});

describe('showing that one knows one’s own number', () => {
  const number = numbered('19900307', '12');

  it.each([
    ['whole', number],
    ['the last four signs', number.slice(-4)],
    ['with blanks and full-width digits', `${number.slice(0, 17)} ${number.slice(17)}`],
  ])('takes it %s', (_how, typed) => {
    expect(isOwnNumber(typed, number)).toBe(true);
  });

  it('takes nothing else, and never less than four signs', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (typed) => {
        fc.pre(!number.endsWith(typed.trim().toUpperCase()));
        expect(isOwnNumber(typed, number)).toBe(false);
      }),
    );
    expect(isOwnNumber(number.slice(-3), number)).toBe(false);
    expect(isOwnNumber('', number)).toBe(false);
  });
});

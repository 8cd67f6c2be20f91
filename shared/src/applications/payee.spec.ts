import fc from 'fast-check';
import { programmes } from '../catalogue';
import { plainWordProblems } from '../plain-words/plain-words';
import { paidInMoney } from './paid-in-money';
import {
  accountEnd,
  hasLuhnDigit,
  type PayeeChoice,
  type PayeeOf,
  payeeChoiceFrom,
  payeeDoubtOf,
  payeeOwnersOf,
  payeeProblemsOf,
} from './payee';
import { payeeProblems } from './payee-words';

const TODAY = '2026-11-25';
const child = { id: 'm1', name: '测试乙', idNumber: '', relation: 'child' } as const;
const account = (number: string, owner: object = { kind: 'applicant' }) =>
  payeeChoiceFrom({ way: 'account', owner, card: 'bank-card', number }) as PayeeChoice;
const problems = (choice: PayeeChoice, whom: PayeeOf = 'self') =>
  payeeProblemsOf(choice, [child], whom).map(({ field, code }) => [field, code]);
const doubt = (number: string) => payeeDoubtOf(account(number), TODAY)?.code;

/** A card of nobody’s: the bank number 000000 was given to no bank. */
function withCheckDigit(digits: string): string {
  const last = [...'0123456789'].find((digit) => hasLuhnDigit(digits + digit));
  return digits + last;
}

describe('where the money should go', () => {
  it('is kept without what people type between the digits', () => {
    expect(account('6200 0000-0000　００12 345')).toMatchObject({ number: '6200000000000012345' });
  });

  it('is asked for whom and what number, each thing at its field', () => {
    expect(problems(account(''))).toEqual([['number', 'field.empty']]);
    expect(problems(account('123'))).toEqual([['number', 'payee.shape']]);
    expect(problems(account('卡在家里没带'))).toEqual([['number', 'payee.shape']]);
    expect(problems(account('123456789012', { kind: 'household-member', member: 'gone' }))).toEqual([
      ['owner.member', 'field.unreadable'],
    ]);
    expect(problems(account('123456789012', { kind: 'household-member', member: 'm1' }))).toEqual([]);
  });

  it('is a guardian’s for a child or ward alone: whoever helps, or writes a name there, is none', () => {
    const guardian = account('123456789012', { kind: 'guardian', name: '测试丙' });
    expect(guardian).toMatchObject({ owner: { kind: 'guardian' } });
    expect(JSON.stringify(guardian)).not.toContain('测试丙');
    expect(problems(guardian, 'ward')).toEqual([]);
    for (const whom of ['self', 'helped'] as const) {
      expect(problems(guardian, whom)).toEqual([['owner.kind', 'payee.not-guardian']]);
    }
  });

  it.each(['self', 'ward', 'helped'] as const)('offers for %s what is taken, and takes nothing else', (whom) => {
    const owners = [{ kind: 'applicant' }, { kind: 'household-member', member: 'm1' }, { kind: 'guardian' }];
    const taken = owners.filter((owner) => problems(account('123456789012', owner), whom).length === 0);
    expect(taken.map(({ kind }) => kind)).toEqual(payeeOwnersOf(whom));
  });

  it('needs no account where the street helps', () => {
    for (const trouble of ['no-card', 'card-frozen']) {
      const choice = payeeChoiceFrom({ way: 'street', trouble });
      expect(choice && payeeProblemsOf(choice, [], 'helped')).toEqual([]);
      expect(choice && payeeDoubtOf(choice, TODAY)).toBeUndefined();
    }
  });

  it('of another shape is nothing', () => {
    const wrong = [null, 'account', {}, { way: 'street' }, { way: 'account', owner: 'me', card: 'x', number: 1 }];
    for (const value of wrong) expect(payeeChoiceFrom(value)).toBeUndefined();
  });

  it('never refuses a number of digits for what it might be: a doubt is all there is', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 32 }).map((all) => all.join(''));
    fc.assert(fc.property(digits, (number) => problems(account(number)).length === 0));
  });

  it('finds every single mistyped digit of a UnionPay card', () => {
    const card = fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 13, maxLength: 16 })
      .map((rest) => withCheckDigit(`62${rest.join('')}`));
    const mistake = fc.record({ at: fc.nat(13), by: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(card, mistake, (number, { at, by }) => {
        const place = at + 2;
        const other = `${number.slice(0, place)}${(Number(number[place]) + by) % 10}${number.slice(place + 1)}`;
        // one in a hundred thousand cards reads as an ID number too, and is asked about as one
        fc.pre(![number, other].some((each) => doubt(each) === 'payee.id-number'));
        expect(doubt(number)).toBeUndefined();
        expect(doubt(other)).toBe('payee.check-digit');
      }),
    );
  });

  it('doubts a telephone and an ID number where an account belongs, and nothing about an old passbook', () => {
    expect(doubt('13800000000')).toBe('payee.phone');
    expect(doubt('129999198503179915')).toBe('payee.id-number');
    expect(doubt('625305010003112138')).toBeUndefined();
    expect(doubt('0200001234567890123')).toBeUndefined();
  });

  it('says what it doubts in plain words', () => {
    const { doubts, ...others } = payeeProblems;
    for (const text of [...Object.values(doubts), ...Object.values(others)])
      expect(plainWordProblems(text)).toEqual([]);
  });

  it('shows four digits at the most', () => {
    expect(accountEnd('6200000000000012345')).toBe('2345');
  });
});

describe('what is paid in money', () => {
  it('is everything but standings and meals, in catalogue order', () => {
    const all = programmes.map(({ code }) => code);
    expect(all.filter((code) => !paidInMoney(all).includes(code)).sort()).toEqual([
      'elder-meal-subsidy',
      'rigid-expenditure-hardship',
    ]);
    expect(paidInMoney(['elder-meal-subsidy'])).toEqual([]);
  });
});

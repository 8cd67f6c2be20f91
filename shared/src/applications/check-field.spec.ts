import { checkDigit } from '../kernel/id-number';
import { plainWordProblems, questionWordProblems } from '../plain-words/plain-words';
import {
  addressProblem,
  areMembers,
  idNumberProblem,
  isMaskedIdNumber,
  membersProblems,
  nameProblem,
  phoneProblem,
  statementProblem,
  streetProblem,
  tidyField,
  tidyName,
  tidyPhone,
} from './check-field';
import type { HouseholdMember } from './field';
import { formWords } from './words';

const TODAY = '2026-11-25';
/** Nobody’s: no place has this code. */
const numbered = (birth: string) => `999999${birth}001${checkDigit(`999999${birth}001`)}`;
const NUMBER = numbered('19800101');
const MASKED = `9${'*'.repeat(16)}X`;

function aMember(change: Partial<HouseholdMember> = {}): HouseholdMember {
  return { id: 'm1', name: '测试一', idNumber: NUMBER, relation: 'spouse', ...change };
}

function codesOf(members: readonly HouseholdMember[]) {
  return membersProblems('household.members', members, TODAY).map(({ field, code }) => `${field} ${code}`);
}

describe('a name', () => {
  it.each(
    ['测试', '阿卜杜拉·买买提', '欧阳测试', '𠮷田𡃁', '𬎆', 'Anna Maria', "O'Neil"].filter((name) => name.length > 2),
  )('%s is right', (name) => {
    expect(nameProblem(name)).toBeUndefined();
  });

  it('outside the first 65,536 characters counts each of them once', () => {
    expect(nameProblem('𠮷𬎆')).toBeUndefined();
    expect(nameProblem('𠮷')?.code).toBe('name.short');
    expect(nameProblem('𠮷'.repeat(50))).toBeUndefined();
    expect(nameProblem('𠮷'.repeat(51))?.code).toBe('name.too-long');
  });

  it.each(['阿卜杜拉•买买提', '阿卜杜拉‧买买提', '阿卜杜拉 · 买买提', '阿卜杜拉・买买提', '阿卜杜拉．买买提'])(
    '%s is kept with the dot of the ID card',
    (typed) => {
      expect(tidyName(typed)).toBe('阿卜杜拉·买买提');
    },
  );

  it('is kept without the blanks an input method leaves', () => {
    expect(tidyName(' 测　试 一 ')).toBe('测试一');
    expect(tidyName('Anna  Maria ')).toBe('Anna Maria');
  });

  it('keeps a character of the card that a normal form would replace', () => {
    expect(tidyName('測試﨑')).toBe('測試﨑');
  });

  it.each([
    ['', 'name.empty'],
    ['　', 'name.empty'],
    ['张', 'name.short'],
    ['张3', 'name.letters'],
    ['张*', 'name.letters'],
    ['<b>张三', 'name.letters'],
    ['·张三', 'name.letters'],
  ])('%j is refused', (name, code) => {
    expect(nameProblem(name)?.code).toBe(code);
  });
});

describe('a phone', () => {
  it.each([
    ['13800000000', '13800000000'],
    ['１３８ ００００ ００００', '13800000000'],
    ['+86 138-0000-0000', '13800000000'],
    ['022-23456789', '02223456789'],
    ['23456789', '02223456789'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(phoneProblem(typed)).toBeUndefined();
    expect(tidyPhone(typed)).toBe(kept);
    expect(tidyField('applicant.phone', typed)).toBe(kept);
  });

  it.each(['1380000000', '138000000000', '12800000000', '010-12345678', '电话', '12345'])('%s is refused', (typed) => {
    expect(phoneProblem(typed)?.code).toBe('phone.shape');
  });
});

describe('an ID number of a family member', () => {
  it('is read with full-width digits, blanks and a small x', () => {
    expect(idNumberProblem('１１０１０５ 19491231 002x', TODAY)).toBeUndefined();
  });

  it.each([
    ['', 'id-number.empty'],
    ['1201011980', 'id-number.shape'],
    ['999999800101001', 'id-number.old'],
    ['110105194912310021', 'id-number.check-digit'],
    [numbered('19800230'), 'id-number.birth'],
    [numbered('20261126'), 'id-number.birth'],
    ['CHN110101800101', 'id-number.permit'],
    ['E12345678', 'id-number.permit'],
  ])('%s is answered with %s', (typed, code) => {
    expect(idNumberProblem(typed, TODAY)?.code).toBe(code);
  });

  it('of today’s permit for foreigners is a number like all others', () => {
    const permit = `911124198108030${'02'}`;
    expect(idNumberProblem(`${permit}${checkDigit(permit)}`, TODAY)).toBeUndefined();
  });

  it('sent back masked is no mistake, with a star too few it is', () => {
    expect(isMaskedIdNumber(MASKED)).toBe(true);
    expect(idNumberProblem(MASKED, TODAY)).toBeUndefined();
    expect(idNumberProblem(MASKED.replace('*', ''), TODAY)?.code).toBe('id-number.shape');
  });
});

describe('the people of a household', () => {
  it('may be nobody else', () => {
    expect(codesOf([])).toEqual([]);
  });

  it('are told apart: every mistake stands at its line', () => {
    const second = aMember({ id: 'm2', name: '', relation: 'friend' as HouseholdMember['relation'] });
    expect(codesOf([aMember(), second])).toEqual([
      'household.members.1.name name.empty',
      'household.members.1.idNumber id-number.twice',
      'household.members.1.relation relation.unknown',
    ]);
  });

  it('are each named once', () => {
    expect(codesOf([aMember(), aMember({ idNumber: numbered('19700101') })])).toEqual([
      'household.members.1.id members.twice',
    ]);
  });

  it('may have numbers that look alike once masked', () => {
    expect(codesOf([aMember({ idNumber: MASKED }), aMember({ id: 'm2', idNumber: MASKED })])).toEqual([]);
  });

  it('are at most nineteen', () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      aMember({ id: `m${index}`, idNumber: numbered(`${1950 + index}0101`) }),
    );
    expect(codesOf(many.slice(1))).toEqual([]);
    expect(codesOf(many)).toEqual(['household.members members.too-many']);
  });

  it.each([
    ['no list', 'x'],
    ['a person with something more', [{ ...aMember(), phone: '1' }]],
    ['a person without a name', [{ id: 'a', idNumber: NUMBER, relation: 'child' }]],
    ['an id that is no id', [aMember({ id: '../x' })]],
    ['somebody called as whoever applies is', [aMember({ id: 'applicant' })]],
    ['somebody called as whoever files for them is', [aMember({ id: 'filer' })]],
    ['two people called alike', [aMember(), aMember({ name: '测试二', idNumber: numbered('19700101') })]],
    ['a text without end', [aMember({ name: 'x'.repeat(201) })]],
  ])('are not %s', (_, value) => {
    expect(areMembers(value)).toBe(false);
  });

  it('are kept tidy', () => {
    expect(tidyField('household.members', [aMember({ name: '测 试•一', idNumber: ' １10105 19491231 002x' })])).toEqual(
      [aMember({ name: '测试·一', idNumber: '11010519491231002X' })],
    );
  });
});

describe('where somebody lives', () => {
  it('is one of the streets and towns', () => {
    expect(streetProblem('120101001')).toBeUndefined();
    expect(['120101', '999999999', 'x'].map((code) => streetProblem(code)?.code)).toEqual(
      Array(3).fill('street.unknown'),
    );
  });

  it('is an address a door can be found by', () => {
    expect(addressProblem('示例里1号楼2门301')).toBeUndefined();
    expect(['', '  ', '河东', '长'.repeat(121)].map((text) => addressProblem(text)?.code)).toEqual([
      'field.empty',
      'field.empty',
      'address.short',
      'address.too-long',
    ]);
  });
});

describe('what somebody wants to say', () => {
  it('has at most a thousand characters, however many bytes each takes', () => {
    expect(statementProblem('难'.repeat(1000))).toBeUndefined();
    expect(statementProblem('𠮷'.repeat(1000))).toBeUndefined();
    expect(statementProblem('𠮷'.repeat(1001))?.code).toBe('statement.too-long');
  });
});

describe('the words of a form', () => {
  const textsIn = (value: unknown): readonly string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return [value(20)];
    return Object.values(value as object).flatMap(textsIn);
  };

  it('are plain', () => {
    expect(textsIn(formWords).flatMap((text) => plainWordProblems(text))).toEqual([]);
    expect(textsIn(formWords.problems).flatMap((text) => questionWordProblems(text))).toEqual([]);
  });
});

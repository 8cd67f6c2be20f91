import { programmes, vocabulary } from '../catalogue';
import type { FieldValues } from './field';
import { factsIn, fieldsOf, formOf, formProblems } from './form';

const TODAY = '2026-11-25';
const BOTH = ['minimum-living-allowance', 'disability-living-subsidy'];

const namesOf = (codes: readonly string[], fields: FieldValues = {}) =>
  fieldsOf(formOf(codes, fields, TODAY)).map(({ name }) => name);
const fieldOf = (codes: readonly string[], name: string, fields: FieldValues = {}) =>
  fieldsOf(formOf(codes, fields, TODAY)).find((field) => field.name === name);

describe('a form for several programmes', () => {
  it('has five sections, in the order a person tells it', () => {
    expect(formOf(BOTH, {}, TODAY).sections.map(({ title }) => title)).toEqual([
      '您自己',
      '住在哪里',
      '一起过日子的人',
      '家里的情况',
      '想说的话',
    ]);
  });

  it('asks each thing once, with the question the wizard asks it with', () => {
    const all = programmes.map(({ code }) => code);
    const names = namesOf(all);
    expect(new Set(names).size).toBe(names.length);
    for (const { kind, question, name } of fieldsOf(formOf(all, {}, TODAY))) {
      if (kind !== 'fact') continue;
      const asks = vocabulary.questions.find(({ id }) => id === question);
      expect(asks?.facts).toContain(name.slice('fact:'.length));
    }
  });

  it('says which programme needs what', () => {
    expect(fieldOf(BOTH, 'fact:disabledPerson.grade')?.neededBy).toEqual(['disability-living-subsidy']);
    expect(fieldOf(BOTH, 'fact:household.monthlyWageIncomeFen')?.neededBy).toEqual(['minimum-living-allowance']);
    expect(fieldOf(BOTH, 'fact:household.hasDisabledMember')?.neededBy).toEqual(BOTH);
    expect(fieldOf(BOTH, 'applicant.phone')?.neededBy).toEqual(BOTH);
  });

  it('asks a list whole, and requires of it what a rule reads', () => {
    const receives = fieldsOf(formOf(['disability-living-subsidy'], {}, TODAY)).filter(
      ({ question }) => question === 'receives',
    );
    expect(receives.map(({ name, required }) => [name, required])).toEqual([
      ['fact:household.hasMinimumLivingAllowance', true],
      ['fact:household.hasSpecialHardshipSupport', false],
      ['fact:household.isLowIncomeMargin', true],
    ]);
  });

  it('asks who lives together only where a rule counts them', () => {
    expect(namesOf(BOTH)).toContain('household.members');
    expect(namesOf(['disability-living-subsidy'])).not.toContain('household.members');
    expect(formOf(['disability-living-subsidy'], {}, TODAY).sections.map(({ code }) => code)).not.toContain('people');
  });

  it('never asks what only an office can know', () => {
    const staff = Object.keys(vocabulary.facts).filter((name) => vocabulary.facts[name]?.type === 'staff');
    const names = namesOf(programmes.map(({ code }) => code));
    expect(staff.filter((fact) => names.includes(`fact:${fact}`))).toEqual([]);
  });

  it('leaves out what another answer has settled', () => {
    const settled = { 'fact:household.hukou': 'all-tianjin', 'fact:household.hasDisabledMember': false };
    const gone = namesOf(BOTH).filter((name) => !namesOf(BOTH, settled).includes(name));
    expect(gone).toEqual(
      expect.arrayContaining([
        'fact:household.nonLocalLivedTogetherOneYear',
        'fact:disabledPerson.grade',
        'fact:household.severelyDisabledCount',
      ]),
    );
  });

  it('goes on asking for the income where the household seems not to fit: the street decides, not the form', () => {
    expect(namesOf(BOTH, { 'fact:household.hukou': 'none' })).toContain('fact:household.monthlyWageIncomeFen');
  });

  it('asks of a person nobody has nothing', () => {
    const nobody = namesOf(['special-hardship-support'], { 'fact:hardshipPerson.exists': false });
    expect(nobody.filter((name) => name.startsWith('fact:hardshipPerson.'))).toEqual(['fact:hardshipPerson.exists']);
  });

  it('asks what may hurt only behind its own door, or where it was answered already', () => {
    const name = 'fact:household.receivesFamilyPlanningSupport';
    expect(namesOf(['low-income-margin'])).not.toContain(name);
    expect(namesOf(['low-income-margin'], { [name]: false })).toContain(name);
    expect(fieldOf(['low-income-margin'], name, { [name]: false })?.required).toBe(false);
    expect(namesOf(['orphan-living-allowance'])).toContain('fact:child.mother');
  });

  it('takes a programme the catalogue lacks for none', () => {
    expect(
      formOf(['no-such-programme'], {}, TODAY).sections.flatMap(({ fields }) =>
        fields.flatMap(({ neededBy }) => neededBy),
      ),
    ).toEqual([]);
  });
});

describe('what is wrong with a form', () => {
  it('is said all at once, at the fields, in their order', () => {
    const form = formOf(['disability-care-subsidy'], {}, TODAY);
    const required = fieldsOf(form).filter((field) => field.required);
    expect(formProblems(form, {}).map(({ field, code }) => [field, code])).toEqual(
      required.map(({ name }) => [name, 'field.empty']),
    );
  });

  it('is nothing where 不清楚 is the answer', () => {
    const unclear = Object.fromEntries(
      namesOf(['disability-care-subsidy'])
        .filter((name) => name.startsWith('fact:'))
        .map((name) => [name, null]),
    );
    const filled = {
      ...unclear,
      'applicant.phone': '13800000000',
      'applicant.street': '120101001',
      'applicant.address': '示例里1号',
    };
    expect(formProblems(formOf(['disability-care-subsidy'], filled, TODAY), filled)).toEqual([]);
  });

  it.each([
    ['applicant.phone', 13800000000, 'field.unreadable'],
    ['applicant.phone', null, 'field.unreadable'],
    ['statement', null, 'field.unreadable'],
    ['household.members', true, 'field.unreadable'],
    ['fact:household.monthlyWageIncomeFen', -1, 'fact.out-of-range'],
    ['fact:household.hukou', 'mars', 'fact.not-an-option'],
    ['fact:household.memberCount', [], 'fact.wrong-type'],
  ])('%s: %j is answered with %s', (name, value, code) => {
    expect(fieldOf(BOTH, name)?.problems(value as FieldValues[string])).toEqual([
      expect.objectContaining({ field: name, code }),
    ]);
  });

  it('is not that nothing was said beside it', () => {
    expect(fieldOf(BOTH, 'statement')?.problems(undefined)).toEqual([]);
  });
});

describe('the facts among the fields', () => {
  it('are told by their names alone', () => {
    expect(factsIn({ 'fact:household.memberCount': 2, 'applicant.phone': '1', 'household.members': [] })).toEqual({
      'household.memberCount': 2,
    });
  });
});

describe('where the hukou is', () => {
  const asked = (code: string) => namesOf([code]).includes('applicant.hukouStreet');

  it('is asked where a programme is decided there, or may take longer for it, and nowhere else', () => {
    for (const code of ['disability-care-subsidy', 'special-hardship-support', 'minimum-living-allowance'])
      expect(asked(code)).toBe(true);
    for (const code of ['temporary-assistance', 'old-age-allowance', 'funeral-subsidy'])
      expect(asked(code)).toBe(false);
  });

  it('of who died is asked where the claim goes to that street, said so, and holds nobody up', () => {
    const section = formOf(['funeral-subsidy'], {}, TODAY).sections.find(({ code }) => code === 'home');
    expect(section?.help).toContain('去世的亲人户口所在的街道或乡镇');
    const field = fieldOf(['funeral-subsidy'], 'deceased.hukouStreet');
    expect([field?.kind, field?.required, field?.problems(undefined)]).toEqual(['hukou', false, []]);
    expect(namesOf(['disability-care-subsidy'])).not.toContain('deceased.hukouStreet');
  });

  it('holds nobody up who leaves it open, and takes a street of the city, here or outside', () => {
    const field = fieldOf(['disability-care-subsidy'], 'applicant.hukouStreet');
    expect(field?.required).toBe(false);
    for (const value of [undefined, null, 'here', 'outside', '120119001']) expect(field?.problems(value)).toEqual([]);
    expect(field?.problems('999999999')).toMatchObject([{ code: 'street.unknown' }]);
    expect(field?.problems(true)).toMatchObject([{ code: 'field.unreadable' }]);
  });
});

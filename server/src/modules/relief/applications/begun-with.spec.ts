import { begunWith, type Earlier } from './begun-with';

const LIVING = 'minimum-living-allowance';
const WAGES = 'household.monthlyWageIncomeFen';
const CHILD = { id: 'c', name: '示小明', idNumber: '110101201706119834', relation: 'child' } as const;
const MOTHER = { id: 'm', name: '示母亲', idNumber: '110101198709029829', relation: 'spouse' } as const;

const earlier = (over: Partial<Earlier>): Earlier => ({
  draft: { values: { [`fact:${WAGES}`]: 420_000, 'household.members': [CHILD, MOTHER] }, changedAt: {} },
  found: [],
  programmes: [LIVING],
  today: '2026-11-26',
  now: '2026-11-26T00:00:00.000Z',
  ...over,
});

it('what was found stands in place of what was told, and says where it was found', () => {
  const { values, found } = begunWith(earlier({ found: [{ fact: WAGES, value: 300_000, from: '社会保险' }] }));
  expect(values[`fact:${WAGES}`]).toBe(300_000);
  expect(found).toEqual({ [`fact:${WAGES}`]: '社会保险' });
});

it('where the records had nothing, what was told stays, and nobody is named as having found it', () => {
  const begun = begunWith(earlier({ found: [{ fact: WAGES, value: null, from: '社会保险' }] }));
  expect(begun.values[`fact:${WAGES}`]).toBe(420_000);
  expect(begun).not.toHaveProperty('found');
});

it('the wife of a father is the parent of the child it is about now', () => {
  const { values } = begunWith(earlier({ applicant: CHILD.idNumber }));
  expect(values['household.members']).toEqual([{ ...MOTHER, relation: 'parent' }]);
});

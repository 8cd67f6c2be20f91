import { doubtsIn, programmes, vocabulary } from './catalogue';
import { doubtBounds, doubts } from './facts/doubts';
import type { FactValues } from './facts/fact';
import { aHousehold, aHouseholdWithCertificate, type HouseholdBuilder } from './facts/fixtures/a-household';
import { people } from './facts/fixtures/people';
import { questions } from './facts/questions';
import { questionWordProblems } from './plain-words/plain-words';

const NAMES = programmes.flatMap(({ title, formalName }) => [title, formalName]);
const two = aHousehold();
const one = aHousehold().members(1);

/** For every doubt a household that raises it, and the nearest one that does not. */
const raised: Readonly<Record<string, readonly [odd: HouseholdBuilder, plain: HouseholdBuilder]>> = {
  'pension-without-aged': [
    two.with({ 'household.monthlyBasicPensionFen': 1 }),
    two.with({ 'household.monthlyBasicPensionFen': 1, 'household.hasMemberAged60': true }),
  ],
  'basic-pension-large': [
    two.with({ 'household.monthlyBasicPensionFen': doubtBounds.basicPensionFen + 1 }),
    two.with({ 'household.monthlyBasicPensionFen': doubtBounds.basicPensionFen }),
  ],
  'disabled-beyond-members': [two.withSeverelyDisabled(2).withOtherDisabled(1), two.withSeverelyDisabled(2)],
  'illness-a-beyond-members': [two.withIllness('A', 3), two.withIllness('A', 2)],
  'illness-b-beyond-members': [two.withIllness('B', 3), two.withIllness('B', 2)],
  'illness-c-beyond-members': [two.withIllness('C', 3), two.withIllness('C', 2)],
  'special-illness-without-illness': [
    two.with({ 'household.hasMajorOrSpecialIllness': true }),
    two.with({ 'household.hasMajorOrSpecialIllness': true, 'household.hasLongTermIllness': true }),
  ],
  'tianjin-family-disabled-elsewhere': [
    aHouseholdWithCertificate('grade-1').with({ 'disabledPerson.hukouInTianjin': false }),
    aHouseholdWithCertificate('grade-1').mixedHukou(true).with({ 'disabledPerson.hukouInTianjin': false }),
  ],
  'family-elsewhere-tianjin-disabled': [
    aHouseholdWithCertificate('grade-1').with({ 'household.hukou': 'none' }),
    aHouseholdWithCertificate('grade-1').mixedHukou(true),
  ],
  'one-member-mixed-hukou': [one.mixedHukou(true), two.mixedHukou(true)],
  'one-member-single-parent': [
    one.with({ 'household.isSingleParentWithStudent': true }),
    two.with({ 'household.isSingleParentWithStudent': true }),
  ],
  'one-member-old-and-young': [
    one.with({ 'household.hasMinor': true, 'household.hasMemberAged60': true }),
    two.with({ 'household.hasMinor': true, 'household.hasMemberAged60': true }),
  ],
  'all-aged-with-young': [
    two.with({ 'household.allAged60WithoutChildren': true, 'household.hasMinor': true }),
    two.with({ 'household.allAged60WithoutChildren': true }),
  ],
  'all-aged-none-aged': [
    two.with({ 'household.allAged60WithoutChildren': true }),
    two.with({ 'household.allAged60WithoutChildren': true, 'household.hasMemberAged60': true }),
  ],
  'wages-large': [
    two.with({ 'household.monthlyWageIncomeFen': doubtBounds.incomeFen + 1 }),
    two.with({ 'household.monthlyWageIncomeFen': doubtBounds.incomeFen }),
  ],
  'other-income-large': [two.earning(doubtBounds.incomeFen + 1), two.earning(doubtBounds.incomeFen)],
  'comfortable-with-nothing-put-by': [
    two.earning(doubtBounds.comfortableFen + 1).puttingBy(doubtBounds.nothingPutByFen - 1),
    two.earning(doubtBounds.comfortableFen + 1).puttingBy(doubtBounds.nothingPutByFen),
  ],
  'year-far-above-months': [
    two.earning(200_000).with({ 'household.yearlyIncomeFen': 24_000_001 }),
    two.earning(200_000).with({ 'household.yearlyIncomeFen': 24_000_000 }),
  ],
  'year-far-below-months': [
    two.earning(200_000).with({ 'household.yearlyIncomeFen': 239_999 }),
    two.earning(200_000).with({ 'household.yearlyIncomeFen': 240_000 }),
  ],
  'elder-under-sixty': [two.with({ 'elder.age': 59 }), two.with({ 'elder.age': 60 })],
};

const idsIn = (facts: FactValues) => doubtsIn(facts).map(({ id }) => id);

describe('the doubts of the catalogue', () => {
  it('are all tried here, none twice', () => {
    expect(doubts.map(({ id }) => id).sort()).toEqual(Object.keys(raised).sort());
  });

  it.each(Object.entries(raised))('%s is raised where answers contradict, and not right beside', (id, [odd, plain]) => {
    expect(idsIn(odd.build())).toContain(id);
    expect(idsIn(plain.build())).not.toContain(id);
  });

  it.each(Object.entries(raised))('%s is about questions a resident can go back to', (id, [odd]) => {
    const doubt = doubtsIn(odd.build()).find((each) => each.id === id);
    const asked = questions.flatMap((question) => [...question.facts] as string[]);
    expect(doubt?.facts.length).toBeGreaterThan(0);
    expect(doubt?.facts.filter((fact) => !asked.includes(fact))).toEqual([]);
  });

  it.each(Object.entries(raised))('%s is asked about in plain, short words that end in a question', (id, [odd]) => {
    const text = doubtsIn(odd.build()).find((each) => each.id === id)?.text ?? '';
    expect(questionWordProblems(text, NAMES)).toEqual([]);
    expect(text).toMatch(/？$/);
  });

  it('are never raised for people whose answers go together, but for one of less than sixty', () => {
    const doubted = people.map(({ who, household }) => [who, ...idsIn(household.build())]);
    expect(doubted.filter(([, ...ids]) => ids.length > 0)).toEqual([
      ['someone who is not old yet', 'elder-under-sixty'],
    ]);
  });

  it('are not raised by answers that no longer count because an earlier one was changed', () => {
    const before = two.withSeverelyDisabled(3).withIllness('A', 3);
    expect(idsIn(before.build())).toEqual(['disabled-beyond-members', 'illness-a-beyond-members']);
    const after = before.with({ 'household.hasDisabledMember': false, 'household.hasLongTermIllness': false });
    expect(idsIn(after.build())).toEqual([]);
  });

  it('are not raised by 不清楚, nor by what was not asked', () => {
    const everyFact = questions.flatMap(({ facts }) => [...facts] as string[]);
    expect(idsIn({})).toEqual([]);
    expect(idsIn(Object.fromEntries(everyFact.map((fact) => [fact, null])))).toEqual([]);
  });

  it('are read by no rule', () => {
    const rules = JSON.stringify([programmes, vocabulary.derived]);
    for (const { id } of doubts) expect(rules).not.toContain(id);
    expect(rules).not.toContain('doubt.');
  });
});

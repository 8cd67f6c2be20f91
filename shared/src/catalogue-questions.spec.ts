import { engine, vocabulary } from './catalogue';
import type { Assessment, ProgrammeVerdict } from './eligibility/assessment';
import type { FactValue, FactValues } from './facts/fact';
import { aHousehold, aHouseholdWithCertificate, type HouseholdBuilder } from './facts/fixtures/a-household';
import { TODAY } from './facts/fixtures/a-verdict';
import { questions } from './facts/questions';
import { factProblems } from './facts/validate-facts';
import type { CivilDate } from './kernel/civil-date';
import { standardRows } from './standards/standards';

const EVERY_DOOR = ['general', 'special-family'];
const BEHIND_ITS_DOOR = 'family-planning-support';
const everyFact = vocabulary.questions.flatMap(({ facts }) => facts);
const puzzled = Object.fromEntries(everyFact.map((fact) => [fact, null]));

const people: readonly (readonly [string, HouseholdBuilder])[] = [
  ['someone alone without work', aHousehold().members(1).with({ 'household.hasAbleBodiedWithoutWork': true })],
  ['an old couple on the basic pension', anOldCouple().with({ 'household.monthlyBasicPensionFen': 80_000 })],
  ['an old couple on a good retirement pension', anOldCouple().earning(900_000)],
  [
    'a single mother with a child in school',
    aHousehold().with({
      'household.hasMinor': true,
      'household.isSingleParentWithStudent': true,
      'household.monthlyWageIncomeFen': 250_000,
    }),
  ],
  [
    'a family of three on two wages',
    aHousehold().members(3).puttingBy(10_000_000).with({ 'household.monthlyWageIncomeFen': 1_200_000 }),
  ],
  [
    'a family whose grown son holds a certificate of grade one',
    aHouseholdWithCertificate('grade-1').members(3).withSeverelyDisabled(1).earning(300_000),
  ],
  [
    'a family with a certificate still to come, and one ill',
    aHouseholdWithCertificate('no-certificate').withIllness('A').earning(250_000).with({
      'household.hasMajorOrSpecialIllness': true,
    }),
  ],
  ['a couple from another province', aHousehold().with({ 'household.hukou': 'none' })],
  ['a couple of which one came this spring', aHousehold().mixedHukou(false).earning(150_000)],
  [
    'a family that sold its only home for an operation',
    aHousehold().earning(250_000).puttingBy(60_000_000).with({ 'household.soldOnlyHomeForIllness': true }),
  ],
  ['a couple with much put by', aHousehold().earning(250_000).puttingBy(60_000_000)],
  ['a resident who is sure of nothing', aHousehold().with(puzzled)],
];

function anOldCouple(): HouseholdBuilder {
  return aHousehold().with({ 'household.hasMemberAged60': true, 'household.allAged60WithoutChildren': true });
}

interface When {
  readonly doors?: readonly string[];
  readonly asOf?: CivilDate;
}

function assess(facts: FactValues, when: When = {}): Assessment {
  return engine.assess(facts, { asOf: TODAY, standards: standardRows, ...when });
}

/** Answers what the phone asks, as this household would, until it asks no more. */
function interview(household: HouseholdBuilder, when: When = {}) {
  const answers = household.build();
  const facts: Record<string, FactValue | null> = {};
  const asked: string[] = [];
  for (;;) {
    const assessment = assess(facts, when);
    const { nextQuestion } = assessment;
    if (!nextQuestion || asked.length > questions.length) return { asked, assessment, facts };
    asked.push(nextQuestion.id);
    for (const fact of nextQuestion.facts) facts[fact] = answers[fact] ?? null;
  }
}

function codes(verdicts: readonly ProgrammeVerdict[]): readonly string[] {
  return verdicts.map(({ programme, verdict }) => `${programme}: ${verdict}`);
}

describe.each(people)('%s', (_, household) => {
  it('gives answers the vocabulary takes', () => {
    expect(factProblems(vocabulary.facts, household.build(), TODAY)).toEqual([]);
  });

  it('is asked no question twice, and none behind a closed door', () => {
    const { asked } = interview(household);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).not.toContain(BEHIND_ITS_DOOR);
  });

  it('hears the same in the end as if every question had been asked', () => {
    const { assessment } = interview(household);
    const all = assess(household.build());
    expect(codes(assessment.verdicts)).toEqual(codes(all.verdicts));
    expect(assessment.verdicts.map(({ amount }) => amount)).toEqual(all.verdicts.map(({ amount }) => amount));
    expect(codes(assessment.verdicts).filter((line) => line.endsWith('need-facts'))).toEqual([]);
  });

  it('is asked the same questions in the same order every time', () => {
    expect(interview(household).asked).toEqual(interview(household).asked);
  });
});

describe('questions on the phone', () => {
  it('begin with one that anybody can answer without thinking', () => {
    const first = assess({}).nextQuestion;
    expect(vocabulary.questions.find(({ id }) => id === first?.id)?.burden).toBeLessThanOrEqual(2);
  });

  it('ask nothing about money of a household that cannot have any of it', () => {
    const { asked } = interview(aHousehold().with({ 'household.hukou': 'none' }));
    expect(asked.filter((id) => ['wages', 'other-income', 'basic-pension', 'assets'].includes(id))).toEqual([]);
  });

  it('ask about the family-planning support only once its door is open', () => {
    const household = aHousehold().earning(250_000).with({ 'household.receivesFamilyPlanningSupport': true });
    expect(interview(household).assessment.notAsked.map(({ id }) => id)).toEqual([BEHIND_ITS_DOOR]);
    const opened = interview(household, { doors: EVERY_DOOR });
    expect(opened.asked).toContain(BEHIND_ITS_DOOR);
    expect(opened.assessment.verdicts[1]?.amount).toMatchObject({ min: 31_400, max: 31_400 });
  });

  it('take a 不清楚 for an answer', () => {
    const unclear = { 'household.hukou': null, 'household.memberCount': null };
    const later = interview(aHousehold().with(unclear));
    expect(later.asked.filter((id) => id === 'hukou' || id === 'member-count').length).toBeLessThanOrEqual(2);
    expect(assess({ ...later.facts, ...unclear }).nextQuestion).toBeUndefined();
  });

  it('are for a use: each is asked of some household on some day', () => {
    const days = [TODAY, '2022-06-01'] as const;
    const asked = people.flatMap(([, household]) =>
      days.flatMap((asOf) => interview(household, { asOf, doors: EVERY_DOOR }).asked),
    );
    expect(questions.map(({ id }) => id).filter((id) => !asked.includes(id))).toEqual([]);
  });
});

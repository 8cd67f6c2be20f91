import { engine, programmes, vocabulary } from './catalogue';
import type { Assessment, ProgrammeVerdict } from './eligibility/assessment';
import { letsThrough } from './facts/doors';
import type { FactValue, FactValues } from './facts/fact';
import { aHousehold, type HouseholdBuilder } from './facts/fixtures/a-household';
import { TODAY } from './facts/fixtures/a-verdict';
import { people } from './facts/fixtures/people';
import { questions } from './facts/questions';
import { factProblems } from './facts/validate-facts';
import type { CivilDate } from './kernel/civil-date';
import type { Source } from './kernel/source';
import type { StandardRow } from './standards/standard';
import { standardRows } from './standards/standards';
import { unknownStandards } from './standards/unknown-standards';

const BEHIND_ITS_DOOR = 'family-planning-support';

interface When {
  readonly doors?: readonly string[];
  readonly asOf?: CivilDate;
  readonly standards?: readonly StandardRow[];
}

/** Today, and an operator has given a figure, each its own, for everything no source gives. */
const EVERYTHING_PUBLISHED: When = {
  standards: [
    ...standardRows,
    ...unknownStandards.map(({ key, row }, index): StandardRow => {
      const source: Source = { document: '示例', row, confidence: 'unknown' };
      return { key, value: 100_000 + index, unit: 'fen-once', from: TODAY, source };
    }),
  ],
};

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

/** For the others nobody was asked. */
function behind(doors: readonly string[], { verdicts }: Assessment): readonly ProgrammeVerdict[] {
  const opened = programmes.filter(({ door }) => doors.includes(door)).map(({ code }) => code);
  return verdicts.filter(({ programme }) => opened.includes(programme));
}

/** What a question still to be asked could decide; what only a closed door keeps open is listed as 还没问. */
function unsettled(doors: readonly string[], assessment: Assessment): readonly ProgrammeVerdict[] {
  const keptBack = assessment.notAsked.flatMap(({ facts }) => facts);
  return behind(doors, assessment).filter(
    ({ verdict, missing }) => verdict === 'need-facts' && !missing.every((fact) => keptBack.includes(fact)),
  );
}

/** The questions that may hurt and whose door was not opened. */
function heldBack(doors: readonly string[]): readonly string[] {
  return questions.filter(({ door }) => !letsThrough(vocabulary.doors, doors, door)).map(({ id }) => id);
}

describe.each(people)('$who', ({ household, doors }) => {
  it('gives answers the vocabulary takes', () => {
    expect(factProblems(vocabulary.facts, household.build(), TODAY)).toEqual([]);
  });

  it('is asked no question twice, and none that may hurt behind a closed door', () => {
    const { asked } = interview(household, { doors });
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.filter((id) => heldBack(doors).includes(id))).toEqual([]);
  });

  it('hears the same in the end as if every question had been asked', () => {
    const { assessment } = interview(household, { doors });
    const heard = behind(doors, assessment);
    const all = behind(doors, assess(household.build()));
    expect(codes(heard)).toEqual(codes(all));
    expect(heard.map(({ amount }) => amount)).toEqual(all.map(({ amount }) => amount));
    expect(unsettled(doors, assessment)).toEqual([]);
  });

  it('is asked the same questions in the same order every time', () => {
    expect(interview(household, { doors }).asked).toEqual(interview(household, { doors }).asked);
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
    expect(interview(household).assessment.notAsked.map(({ id }) => id)).toContain(BEHIND_ITS_DOOR);
    const opened = interview(household, { doors: ['general', 'special-family'] });
    expect(opened.asked).toContain(BEHIND_ITS_DOOR);
    const margin = opened.assessment.verdicts.find(({ programme }) => programme === 'low-income-margin');
    expect(margin?.amount).toMatchObject({ min: 31_400, max: 31_400 });
  });

  it('take a 不清楚 for an answer', () => {
    const unclear = { 'household.hukou': null, 'household.memberCount': null };
    const later = interview(aHousehold().with(unclear));
    expect(later.asked.filter((id) => id === 'hukou' || id === 'member-count').length).toBeLessThanOrEqual(2);
    expect(assess({ ...later.facts, ...unclear }).nextQuestion).toBeUndefined();
  });

  it('are for a use: each is asked of some household, today, another day or once every figure is there', () => {
    const days: readonly When[] = [{}, { asOf: '2022-06-01' }, EVERYTHING_PUBLISHED];
    const asked = people.flatMap(({ household, doors }) =>
      days.flatMap((when) => interview(household, { ...when, doors }).asked),
    );
    expect(questions.map(({ id }) => id).filter((id) => !asked.includes(id))).toEqual([]);
  });
});

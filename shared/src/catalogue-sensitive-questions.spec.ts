import { engine } from './catalogue';
import type { FactValue } from './facts/fact';
import { aChild } from './facts/fixtures/a-child';
import { aFarewell } from './facts/fixtures/a-farewell';
import type { HouseholdBuilder } from './facts/fixtures/a-household';
import { TODAY } from './facts/fixtures/a-verdict';
import { questions } from './facts/questions';
import { standardRows } from './standards/standards';

const MOST_QUESTIONS = 5;

/** What somebody is asked who opened this door alone. */
function askedBehind(door: 'child' | 'farewell', household: HouseholdBuilder): readonly string[] {
  const answers = household.build();
  const facts: Record<string, FactValue | null> = {};
  const asked: string[] = [];
  for (;;) {
    const { nextQuestion } = engine.assess(facts, { asOf: TODAY, standards: standardRows, doors: [door] });
    if (!nextQuestion) return asked;
    asked.push(nextQuestion.id);
    for (const fact of nextQuestion.facts) facts[fact] = answers[fact] ?? null;
  }
}

const behind = (door: string): readonly string[] =>
  questions.filter((question) => question.door === door).map(({ id }) => id);

const PARENTS = [
  'able-or-other',
  'passed-away',
  'out-of-touch',
  'disabled-or-ill',
  'detained',
  'guardianship-ended',
] as const;

describe('behind the door of a child nobody can look after', () => {
  const families = PARENTS.flatMap((mother) => PARENTS.map((father) => ({ mother, father })));

  it.each(families)(
    'a mother $mother and a father $father are asked about gently and briefly',
    ({ mother, father }) => {
      const asked = askedBehind('child', aChild(mother, father));
      expect(asked.length).toBeLessThan(MOST_QUESTIONS);
      expect(asked.filter((id) => !behind('child').includes(id))).toEqual([]);
      const bothLost = mother === 'out-of-touch' && father === 'out-of-touch';
      expect(asked.includes('child-birth-parents')).toBe(bothLost);
    },
  );

  it('a child who is grown, or whose hukou is elsewhere, costs one question', () => {
    for (const exception of ['child.isAged18', 'child.hukouOutsideTianjin'] as const)
      expect(askedBehind('child', aChild().with({ [exception]: true }))).toEqual(['child-circumstances']);
  });
});

describe('behind the door of a death', () => {
  const places = ['tianjin', 'tiantie', 'died-here', 'died-elsewhere', 'not-yet'] as const;
  const ways = ['kept', 'sea', 'nothing-kept'] as const;
  const exceptions = [{}, { 'deceased.hasInsuranceFuneralMoney': true }, { 'deceased.hukouOutsideTianjin': true }];
  const days = ['2026-11-20', '2026-09-01', '2026-05-01'] as const;
  const families = places.flatMap((place) => ways.map((way) => ({ place, way })));

  it.each(families)(
    'cremated $place, ashes $way: at most five questions, each only where it matters',
    ({ place, way }) => {
      for (const day of days)
        for (const exception of exceptions) {
          const family = aFarewell(day).with({ 'deceased.cremationPlace': place, 'burial.way': way, ...exception });
          const asked = askedBehind('farewell', family);
          expect(asked.length).toBeLessThanOrEqual(MOST_QUESTIONS);
          expect(asked.filter((id) => !behind('farewell').includes(id))).toEqual([]);
          if (way === 'kept') expect(asked).not.toContain('burial-details');
          if (place === 'not-yet') expect(asked).not.toContain('cremation-day');
        }
    },
  );

  it('what happened first is asked first: where, before what becomes of the ashes', () => {
    expect(askedBehind('farewell', aFarewell())).toEqual([
      'deceased-circumstances',
      'cremation-place',
      'burial-way',
      'cremation-day',
    ]);
  });

  it('a family whose relative had hukou elsewhere is asked nothing more', () => {
    const elsewhere = aFarewell().with({ 'deceased.hukouOutsideTianjin': true });
    expect(askedBehind('farewell', elsewhere)).toEqual(['deceased-circumstances']);
  });
});

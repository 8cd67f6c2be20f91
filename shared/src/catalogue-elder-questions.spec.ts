import { engine, programmes } from './catalogue';
import type { FactValue } from './facts/fact';
import type { HouseholdBuilder } from './facts/fixtures/a-household';
import { TODAY } from './facts/fixtures/a-verdict';
import { aCentenarian, anElder } from './facts/fixtures/an-elder';
import { standardRows } from './standards/standards';

const BEHIND = programmes.filter(({ door }) => door === 'elder').map(({ code }) => code);

/** What somebody is asked who opened this door alone, and after how many questions all programmes behind it are settled. */
function interview(elder: HouseholdBuilder) {
  const answers = elder.build();
  const facts: Record<string, FactValue | null> = {};
  const asked: string[] = [];
  let settledAfter: number | undefined;
  for (;;) {
    const { verdicts, nextQuestion, notAsked } = engine.assess(facts, {
      asOf: TODAY,
      standards: standardRows,
      doors: ['elder'],
    });
    const keptBack = notAsked.flatMap((question) => question.facts);
    const open = verdicts.filter(
      ({ programme, verdict, missing }) =>
        BEHIND.includes(programme) && verdict === 'need-facts' && !missing.every((fact) => keptBack.includes(fact)),
    );
    if (open.length === 0) settledAfter ??= asked.length;
    if (!nextQuestion) return { asked, settledAfter };
    asked.push(nextQuestion.id);
    for (const fact of nextQuestion.facts) facts[fact] = answers[fact] ?? null;
  }
}

const inNeed = { 'elder.careLevel': 'moderate', 'household.hasMinimumLivingAllowance': true } as const;

const usual: readonly (readonly [string, HouseholdBuilder])[] = [
  ['a healthy man of sixty-two', anElder(62)],
  ['a healthy woman of seventy-four', anElder(74)],
  ['a widow of seventy-four on her own', anElder(74).with({ 'elder.livesAlone': true })],
  ['a woman of eighty-three in a home', anElder(83).with({ 'elder.livesInInstitution': true })],
  ['a man of eighty-three on 低保 with need of care', anElder(83).with(inNeed)],
  ['a man of sixty-eight on 低保 with need of care', anElder(68).with(inNeed)],
  ['a woman of seventy whose need nobody has assessed', anElder(70).with({ 'elder.careLevel': 'not-assessed' })],
  ['a man of ninety with hukou elsewhere', anElder(90).with({ 'elder.hukouInTianjin': false })],
  ['someone of fifty-nine', anElder(59)],
];

describe('behind the door of the old', () => {
  it('stand the programmes these questions are for', () => {
    expect([...BEHIND].sort()).toEqual([
      'elder-care-service-subsidy',
      'elder-meal-subsidy',
      'elder-nursing-subsidy',
      'old-age-allowance',
    ]);
  });

  it.each(usual)('%s has heard all four after at most five questions, and is asked no more', (_, elder) => {
    const { asked, settledAfter } = interview(elder);
    expect(settledAfter).toBeLessThanOrEqual(5);
    expect(asked.length).toBeLessThanOrEqual(5);
  });

  it('a centenarian is asked for the district on top, for the sum alone', () => {
    const { asked, settledAfter } = interview(aCentenarian('suburban').with({ 'elder.suburbanDistrict': '120111' }));
    expect(settledAfter).toBeLessThanOrEqual(5);
    expect(asked.slice(-2).sort()).toEqual(['elder-area', 'elder-suburban-district']);
  });

  it('someone whose age or hukou rules all of it out is asked nothing else', () => {
    expect(interview(anElder(59)).asked.length).toBeLessThanOrEqual(2);
    expect(interview(anElder(90).with({ 'elder.hukouInTianjin': false })).asked.length).toBeLessThanOrEqual(2);
  });
});

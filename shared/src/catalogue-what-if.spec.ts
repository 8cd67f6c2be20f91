import { engine, programmes, vocabulary } from './catalogue';
import { earningMore } from './eligibility/what-if';
import { aHousehold, type HouseholdBuilder } from './facts/fixtures/a-household';
import { TODAY } from './facts/fixtures/a-verdict';
import { standardRows } from './standards/standards';

const STEPS = [0, 20_000, 50_000, 100_000, 200_000, 300_000];
/** 低保 of 2025-09-01, policy-facts A.1. */
const LINE = 104_500;

function earning(household: HouseholdBuilder, fen: number) {
  const facts = household.with({ 'household.monthlyWageIncomeFen': fen }).build();
  const options = { asOf: TODAY, standards: standardRows };
  const asked = earningMore({ engine, vocabulary, programmes, facts, options });
  if (!asked) throw new Error('nothing is earned');
  return asked;
}

describe('先算后挣 on the catalogue', () => {
  it('adds to a sum of money that one question asks', () => {
    const { earnings = '' } = vocabulary;
    expect(vocabulary.facts[earnings]?.type).toBe('money');
    expect(vocabulary.questions.filter(({ facts }) => facts.includes(earnings))).toHaveLength(1);
  });

  it('with nothing more is the assessment itself', () => {
    const household = aHousehold().members(3).withSeverelyDisabled(1);
    const facts = household.with({ 'household.monthlyWageIncomeFen': 240_000 }).build();
    const verdicts = engine.verdicts(facts, { asOf: TODAY, standards: standardRows });
    expect(
      earning(household, 240_000)
        .effects(0)
        .map(({ after }) => after),
    ).toEqual(verdicts);
  });

  it('never tells a wage as a loss of 低保: what working costs is taken off, and how much is UNKNOWN (A.8)', () => {
    const asked = earning(aHousehold().members(3), 240_000);
    for (const step of STEPS.slice(1)) {
      const effect = asked.effects(step).find(({ programme }) => programme === 'minimum-living-allowance');
      expect(effect?.change).toEqual({ kind: 'unknown', because: 'unpublished' });
      expect(effect?.after.amount?.max).toBe(effect?.before.amount?.max);
    }
  });

  it('finds to the fen where the income of three is no longer certain to lie below the line', () => {
    const turns = earning(aHousehold().members(3), 240_000).turns(300_000);
    const turn = turns.find(({ programme }) => programme === 'minimum-living-allowance');
    expect(turn?.extraFen).toBe(3 * LINE - 240_000);
    expect(turn?.clauses.map(({ id, outcome }) => [id, outcome])).toEqual([['C5', 'review']]);
    expect(turn?.before.clauses.find(({ id }) => id === 'C5')?.outcome).toBe('yes');
  });

  it('leaves alone what does not look at income', () => {
    const effects = earning(aHousehold().members(3).withSeverelyDisabled(1), 240_000).effects(300_000);
    const change = effects.find(({ programme }) => programme === 'disability-care-subsidy')?.change;
    expect(change).toEqual({ kind: 'stays' });
  });

  it('lets what waits for 低保 follow it', () => {
    const effects = earning(aHousehold().members(3).withSeverelyDisabled(1), 240_000).effects(400_000);
    const change = effects.find(({ programme }) => programme === 'disability-living-subsidy')?.change;
    expect(change).toMatchObject({ kind: 'follows', of: expect.arrayContaining(['minimum-living-allowance']) });
  });
});

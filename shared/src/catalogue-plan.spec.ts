import { engine, programmes, vocabulary } from './catalogue';
import type { FactValues } from './facts/fact';
import { aHardshipPerson, aHousehold } from './facts/fixtures/a-household';
import { TODAY } from './facts/fixtures/a-verdict';
import { anEmergency } from './facts/fixtures/an-emergency';
import { drawHouseholds } from './facts/fixtures/drawn-households';
import type { PlanInput } from './planner/candidates';
import { compareWorth, EverySet, takenBy } from './planner/fixtures/every-set';
import { planOf } from './planner/planner';
import { standardRows } from './standards/standards';

/** With more in play there are more sets to try than a test has time for. */
const MOST_IN_PLAY = 9;

const house = { programmes, vocabulary, standards: standardRows, asOf: TODAY };
const drawn = drawHouseholds(house, 192, 20261125);

/** Without doors, everything is in play. */
function inputOf(facts: FactValues, doors?: readonly string[]): PlanInput {
  const verdicts = engine.verdicts(facts, { asOf: TODAY, standards: standardRows });
  return { programmes, verdicts, facts, ...(doors && { doors }) };
}

function stepsOf(facts: FactValues, doors: readonly string[]): readonly string[] {
  return planOf(inputOf(facts, doors)).apply.map(({ programme }) => programme);
}

describe('the plan of households drawn from the criteria', () => {
  it('is lawful, proposes nothing unlikely, and loses no candidate', () => {
    for (const { facts } of drawn) {
      const plan = planOf(inputOf(facts));
      const every = new EverySet(inputOf(facts));
      expect(every.isLawful(takenBy(plan))).toBe(true);
      const { apply, instead, later } = plan;
      const steps = apply.map(({ programme }) => programme);
      const cannot = later.filter(({ outlook }) => outlook !== 'waiting').map(({ programme }) => programme);
      const told = new Set([...steps, ...instead.map(({ programme }) => programme), ...cannot]);
      expect([...told].sort()).toEqual([...every.candidates].sort());
    }
  });

  it('has no better lawful set beside it', () => {
    let tried = 0;
    for (const { facts } of drawn) {
      const every = new EverySet(inputOf(facts));
      if (every.candidates.length + every.held.length > MOST_IN_PLAY) continue;
      tried++;
      const worth = every.worth(takenBy(planOf(inputOf(facts))));
      for (const other of every.lawful()) expect(compareWorth(worth, every.worth(other))).toBeGreaterThanOrEqual(0);
    }
    expect(tried).toBeGreaterThan(drawn.length / 2);
  });
});

describe('the plan of a household', () => {
  const poor = aHousehold().members(3).earning(60_000);

  it('begins with 临时救助 where something happened suddenly', () => {
    const struck = anEmergency().with({ 'emergency.hadAccident': true, 'emergency.cannotPayForNeeds': true });
    expect(stepsOf(struck.build(), ['general', 'emergency'])[0]).toBe('temporary-assistance');
  });

  it('proposes 低保 before 低保边缘, which is for when it is not granted', () => {
    const { apply, instead } = planOf(inputOf(poor.build(), ['general']));
    expect(apply.map(({ programme }) => programme)).toContain('minimum-living-allowance');
    const margin = instead.find(({ programme }) => programme === 'low-income-margin');
    expect(margin).toMatchObject({ ifNotGranted: true, because: [{ other: 'minimum-living-allowance', by: 'rule' }] });
  });

  it('lets 困难残疾人生活补贴 wait for 低保 while 护理补贴 waits for nothing', () => {
    const disabled = aHousehold().earning(60_000).withSeverelyDisabled(1).with({
      'disabledPerson.grade': 'grade-1',
      'disabledPerson.hukouInTianjin': true,
      'disabledPerson.receivesWorkInjuryNursing': false,
      'disabledPerson.receivesSpecialHardshipSupport': false,
      'disabledPerson.receivesOtherCareSubsidy': false,
      'disabledPerson.receivesOrphanAllowance': false,
    });
    const plan = planOf(inputOf(disabled.build(), ['general']));
    expect(plan.later.map(({ programme, outlook }) => [programme, outlook])).toEqual([
      ['disability-living-subsidy', 'waiting'],
    ]);
    expect(plan.later[0]?.for).toEqual(['minimum-living-allowance']);
    expect(plan.apply.find(({ programme }) => programme === 'disability-care-subsidy')?.after).toEqual([]);
  });

  it('proposes 低保 for a family beside 特困 for the old uncle among them, and says that one person has one of the two', () => {
    const uncle = aHardshipPerson();
    const plan = planOf(inputOf(uncle.members(4).build(), ['general']));
    const steps = plan.apply.map(({ programme }) => programme);
    expect(steps).toEqual(expect.arrayContaining(['special-hardship-support', 'minimum-living-allowance']));
    expect(plan.apply.flatMap(({ beside }) => beside.map(({ why }) => why)).join()).toContain(
      '低保给家里别人的，两样都递',
    );
    const alone = planOf(inputOf(uncle.members(1).build(), ['general']));
    expect(alone.instead.map(({ programme }) => programme)).toContain('minimum-living-allowance');
  });

  it('names nothing of a door that was not opened', () => {
    const behind = programmes.filter(({ door }) => ['child', 'farewell'].includes(door)).map(({ code }) => code);
    expect(behind.length).toBeGreaterThan(0);
    expect(stepsOf(poor.build(), ['general']).filter((code) => behind.includes(code))).toEqual([]);
  });
});

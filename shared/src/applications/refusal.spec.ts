import { engine, programmes, vocabulary } from '../catalogue';
import { leavesIn } from '../eligibility/clause-problems';
import { versionOn } from '../eligibility/programme-of-day';
import type { FactValue, FactValues } from '../facts/fact';
import { aHousehold, aHouseholdWithCertificate, type HouseholdBuilder } from '../facts/fixtures/a-household';
import { drawHouseholds } from '../facts/fixtures/drawn-households';
import { plainWordProblems } from '../plain-words/plain-words';
import { standardRows as standards } from '../standards/standards';
import { ADVICE } from './advice';
import { type AfterRefusal, afterRefusal, type Household, type Refused, type RuleBook } from './refusal';
import type { FigureView, WayOn } from './refusal-views';
import { refusalWords } from './refusal-words';

const TODAY = '2026-11-25';
const LIVING = 'minimum-living-allowance';
const MARGIN = 'low-income-margin';
const ALONE = 'single-person-minimum-living-allowance';
const book: RuleBook = { engine, vocabulary, programmes, standards };

function told(facts: FactValues, found: Readonly<Record<string, FactValue>> = {}): readonly FigureView[] {
  const figures = Object.entries(facts).flatMap(([fact, value]): readonly FigureView[] => {
    const label = vocabulary.facts[fact]?.label ?? fact;
    return value === undefined || fact in found ? [] : [{ fact, label, value, origin: 'declared' }];
  });
  const verified = Object.entries(found).map(([fact, value]): FigureView => {
    const said = facts[fact];
    return { fact, label: fact, value, origin: 'verified', from: '示例登记', ...(said !== undefined && { said }) };
  });
  return [...figures, ...verified];
}

function after(
  refused: Omit<Refused, 'on'>,
  figures: readonly FigureView[],
  rest: Partial<Household> = {},
): AfterRefusal {
  const household = { figures, inHand: [], granted: [], refused: [refused.programme], ...rest };
  return afterRefusal({ on: TODAY, ...refused }, household, book, TODAY);
}

const income = { text: '家里人均月收入低于低保标准' };
const applied = (ways: readonly WayOn[]) => ways.flatMap((way) => (way.kind === 'apply' ? [way.programme] : []));
const family = (household: HouseholdBuilder) => told(household.build());

describe('after a refusal for income', () => {
  const poor = aHousehold().earning(300_000);

  it('the figure that decided is said with its limit, where that is published and since when', () => {
    const { deciding } = after({ programme: LIVING, clause: income }, family(poor)).refusal;
    expect(deciding).toMatchObject({
      named: 'bureau',
      clause: { id: 'C5', outcome: 'no', value: { min: 150_000, max: 150_000 }, threshold: 104_500 },
      standards: [{ key: 'minimum-living-allowance', value: 104_500, from: '2025-09-01' }],
      asOf: TODAY,
    });
    expect(deciding?.puzzling).toBeUndefined();
  });

  it('the figures behind it are shown with whose they are, what was found before what was told', () => {
    const { refusal, waysOn } = after(
      { programme: LIVING, clause: income },
      told(poor.build(), { 'household.monthlyOtherIncomeFen': 400_000 }),
    );
    expect(refusal.figures.find(({ fact }) => fact === 'household.monthlyOtherIncomeFen')).toMatchObject({
      value: 400_000,
      said: 300_000,
      origin: 'verified',
      from: '示例登记',
    });
    expect(refusal.figures.map(({ fact }) => fact)).not.toContain('household.ownsCar');
    expect(waysOn[0]).toEqual({ kind: 'correct', facts: ['household.monthlyOtherIncomeFen'] });
  });

  it('a car that was found is shown under a clause about property that only an office can judge', () => {
    const figures = told(aHousehold().build(), { 'household.ownsCar': true });
    const { refusal, waysOn } = after({ programme: LIVING, clause: { text: '财产', id: 'C14' } }, figures);
    expect(refusal.figures).toContainEqual(expect.objectContaining({ fact: 'household.ownsCar', origin: 'verified' }));
    expect(waysOn[0]).toMatchObject({ kind: 'correct' });
  });

  it('it is said when the figures here do not bear the refusal out', () => {
    const { deciding } = after({ programme: LIVING, clause: income }, family(aHousehold())).refusal;
    expect(deciding).toMatchObject({ named: 'bureau', puzzling: true, clause: { outcome: 'yes' } });
  });

  it('what our rules hold against it is a guess where the bureau’s words fit no clause', () => {
    const { deciding } = after({ programme: LIVING, clause: { text: '不合条件' } }, family(poor)).refusal;
    expect(deciding).toMatchObject({ named: 'ours', clause: { id: 'C5' } });
    expect(after({ programme: LIVING, clause: { text: '不合条件' } }, family(aHousehold())).refusal.deciding).toBe(
      undefined,
    );
  });

  it('the smallest thing that was not counted is named: one severely disabled person, no more', () => {
    const { changes } = after({ programme: LIVING, clause: income }, family(poor)).refusal;
    expect(changes.map(({ how }) => how)).toEqual(['tell', 'tell', 'tell']);
    expect(changes.flatMap(({ facts }) => facts)).toContainEqual({ fact: 'household.severelyDisabledCount', to: 1 });
  });
});

describe('what else is plausible then', () => {
  it('is the margin for a family above the line, and the disabled child alone beside it (J7)', () => {
    const figures = family(aHouseholdWithCertificate('grade-1').withSeverelyDisabled(1).members(3).earning(500_000));
    const { waysOn } = after({ programme: LIVING, clause: income }, figures);
    expect(applied(waysOn)).toEqual(expect.arrayContaining([MARGIN, ALONE]));
    expect(waysOn.find((way) => way.kind === 'apply' && way.programme === ALONE)).toMatchObject({ forOne: true });
  });

  it('is never what is in hand, granted, refused, or may not be had beside what was granted', () => {
    const figures = family(aHouseholdWithCertificate('grade-1').withSeverelyDisabled(1).members(3).earning(500_000));
    const ways = (rest: Partial<Household>) =>
      applied(after({ programme: LIVING, clause: income }, figures, rest).waysOn);
    expect(ways({ inHand: [MARGIN] })).not.toContain(MARGIN);
    expect(ways({ refused: [LIVING, MARGIN] })).not.toContain(MARGIN);
    expect(ways({ granted: [MARGIN] })).not.toContain('rigid-expenditure-hardship');
  });

  it('is still the subsidy of the disabled one where 特困 was granted to another of the family, not where one lives alone', () => {
    const disabled = aHouseholdWithCertificate('grade-1').withSeverelyDisabled(1).earning(500_000);
    const ways = (members: number) =>
      applied(
        after({ programme: MARGIN }, family(disabled.members(members)), { granted: ['special-hardship-support'] })
          .waysOn,
      );
    expect(ways(3)).toContain('disability-care-subsidy');
    expect(ways(1)).not.toContain('disability-care-subsidy');
  });

  it('is judged on what was found, not on what was told', () => {
    const rich = { 'household.monthlyOtherIncomeFen': 9_000_000 };
    const { waysOn } = after({ programme: LIVING, clause: income }, told(aHousehold().build(), rich));
    expect(applied(waysOn)).not.toContain(MARGIN);
    expect(applied(waysOn)).toContain('temporary-assistance');
  });
});

describe('whatever is refused, to whomever, on whatever ground', () => {
  const house = { programmes, vocabulary, standards, asOf: TODAY } as const;
  const drawn = drawHouseholds(house, 16 * 12, 20261125);
  const reachable = programmes.flatMap((programme) => {
    const { rule } = versionOn(programme, TODAY) ?? { rule: { kind: 'all', of: [] } as const };
    const grounds = [
      undefined,
      { text: '不合条件' },
      ...leavesIn(rule).map(({ leaf: { id, text } }) => ({ id, text })),
    ];
    return grounds.flatMap((clause, at) =>
      [0, 1, 2].map((nth) => {
        const household = drawn[(at * 7 + nth * 61) % drawn.length];
        const found = nth === 1 ? { 'household.monthlyOtherIncomeFen': 250_000 } : {};
        const refused = { programme: programme.code, ...(clause && { clause }) };
        return { refused, household, found, seen: after(refused, told(household?.facts ?? {}, found)) };
      }),
    );
  });

  it('there is something to do besides a phone number and the appeal, and both of these too', () => {
    for (const { seen } of reachable) {
      const { waysOn } = seen;
      const kinds = waysOn.map(({ kind }) => kind);
      expect(kinds.filter((kind) => ['correct', 'apply', 'again'].includes(kind)).length).toBeGreaterThan(0);
      expect(kinds.slice(-2)).toEqual(['ask', 'appeal']);
    }
  });

  it('there is something to do also when nothing at all is known of the household', () => {
    for (const { refused } of reachable) {
      const { waysOn } = after(refused, []);
      expect(waysOn.some(({ kind }) => kind !== 'ask' && kind !== 'appeal')).toBe(true);
    }
  });

  it('what is proposed is never held against them by the rules, nor what was just refused', () => {
    for (const { refused, household, found, seen } of reachable) {
      const facts = { ...household?.facts, ...found };
      for (const way of seen.waysOn) {
        if (way.kind !== 'apply') continue;
        const heldAs = programmes.find(({ code }) => code === refused.programme)?.heldAs;
        const now = heldAs ? { ...facts, [heldAs]: false } : facts;
        const verdict = engine
          .verdicts(now, { asOf: TODAY, standards })
          .find(({ programme }) => programme === way.programme);
        expect(verdict?.verdict).not.toBe('unlikely');
        expect(way.programme).not.toBe(refused.programme);
      }
    }
  });

  /** Nobody is told to earn or have less, to give up what they receive, to part from somebody or to move. */
  const NEVER = [
    ...['monthlyWageIncomeFen', 'monthlyOtherIncomeFen', 'monthlyBasicPensionFen', 'yearlyIncomeFen', 'moneyAssetsFen'],
    ...['memberCount', 'hukou', 'hasMinor', 'isSingleParentWithStudent', 'allAged60WithoutChildren', 'hasMemberAged60'],
    ...['ownsCar', 'ownsSecondHome', 'ownsShopOrOffice', 'paysForLuxury', 'hasSupportFromOutside', 'receivedSeverance'],
    ...['hasAbleBodiedWithoutWork'],
  ].map((name) => `household.${name}`);

  it('nothing is advised that law or decency forbids', () => {
    const advisable = ADVICE.flatMap(({ facts }) => Object.keys(facts));
    expect(advisable.filter((fact) => NEVER.includes(fact))).toEqual([]);
    expect(
      advisable.filter((fact) => /receives(?!DisabilityLivingSubsidy)|child\.|deceased\.|obligors/.test(fact)),
    ).toEqual([]);
    for (const { household, found, seen } of reachable) {
      const known: FactValues = { ...household?.facts, ...found };
      for (const { facts } of seen.refusal.changes)
        for (const { fact, to } of facts) {
          expect(NEVER).not.toContain(fact);
          expect(advisable).toContain(fact);
          if (typeof to === 'number') expect(to).toBeGreaterThan(Number(known[fact] ?? 0));
          else expect(to).not.toBe(false);
        }
    }
  });

  it('what is advised is said in plain words', () => {
    const said = [...ADVICE.map(({ text }) => text), ...Object.values(refusalWords)];
    expect(said.flatMap((text) => plainWordProblems(text))).toEqual([]);
  });

  it('a change that is named would alter the answer, and none of it could be less', () => {
    let named = 0;
    for (const { refused, household, found, seen } of reachable) {
      const known: FactValues = { ...household?.facts, ...found };
      const heldAs = programmes.find(({ code }) => code === refused.programme)?.heldAs;
      const verdict = (changed: FactValues) => {
        const facts = { ...known, ...(heldAs && { [heldAs]: false }), ...changed };
        return engine
          .verdicts(facts, { asOf: TODAY, standards })
          .find(({ programme }) => programme === refused.programme)?.verdict;
      };
      for (const { facts, makes } of seen.refusal.changes) {
        named += 1;
        const whole = Object.fromEntries(facts.map(({ fact, to }) => [fact, to]));
        expect(verdict({})).toBe('unlikely');
        expect(verdict(whole)).toBe(makes);
        expect(makes).not.toBe('unlikely');
        for (const { fact, to } of facts) {
          const less = typeof to === 'number' && to - 1 > Number(known[fact] ?? 0) ? to - 1 : known[fact];
          expect(verdict({ ...whole, [fact]: less })).toBe('unlikely');
        }
      }
    }
    expect(named).toBeGreaterThan(50);
  });
});

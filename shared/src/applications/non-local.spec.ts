import { engine, programmes, vocabulary } from '../catalogue';
import type { FactValues } from '../facts/fact';
import { drawHouseholds } from '../facts/fixtures/drawn-households';
import { standardRows } from '../standards/standards';
import { hereForNonLocals, isNonLocal } from './non-local';

const HOUSE = { programmes, vocabulary, standards: standardRows, asOf: '2026-11-25' } as const;
const LOCAL: FactValues = {
  'household.hukou': 'all-tianjin',
  'hardshipPerson.hukouInTianjin': true,
  'disabledPerson.hukouInTianjin': true,
  'elder.hukouInTianjin': true,
  'child.hukouOutsideTianjin': false,
  'deceased.hukouOutsideTianjin': false,
};

/** These ask for the hukou of one person or of somebody in the family; a permit alone does not open them. */
const OF_ONE_PERSON = ['special-hardship-support', 'disability-care-subsidy', 'disability-living-subsidy'];

/** The programmes that do not fit a household of which this of the hukou is known. */
function refused(facts: FactValues, hukou: FactValues): readonly string[] {
  const known = Object.fromEntries(Object.entries(facts).filter(([fact]) => !(fact in LOCAL)));
  return engine
    .verdicts({ ...known, ...hukou }, HOUSE)
    .filter(({ verdict }) => verdict === 'unlikely')
    .map(({ programme }) => programme);
}

describe('what a non-local person gets here', () => {
  it('is said of every programme exactly once: anywhere, handed over, or at the own hukou place', () => {
    const { anywhere, handedOver, elsewhere } = hereForNonLocals(programmes);
    expect(anywhere).toEqual(['temporary-assistance']);
    expect(handedOver).toEqual([
      'disability-living-subsidy',
      'disability-care-subsidy',
      'orphan-living-allowance',
      'de-facto-unattended-child-allowance',
    ]);
    expect([...anywhere, ...handedOver, ...elsewhere].sort()).toEqual(programmes.map(({ code }) => code).sort());
  });

  it('is for whoever said so, and nobody is taken for one who did not', () => {
    for (const hukou of ['none', 'residence-permit'] as const)
      expect(isNonLocal({ 'household.hukou': hukou })).toBe(true);
    for (const hukou of ['all-tianjin', 'some-tianjin', null] as const)
      expect(isNonLocal({ 'household.hukou': hukou })).toBe(false);
    expect(isNonLocal({})).toBe(false);
    expect(isNonLocal({}, 'outside')).toBe(true);
  });

  it('is never a no for want of a hukou nobody asked about, or that is not clear, or with a residence permit', () => {
    const unclear = Object.fromEntries(Object.keys(LOCAL).map((fact) => [fact, null]));
    const permit = { ...unclear, 'household.hukou': 'residence-permit' };
    let compared = 0;
    for (const { facts } of drawHouseholds(HOUSE, 600, 7)) {
      const local = refused(facts, LOCAL);
      for (const unknown of [{}, unclear])
        expect(refused(facts, unknown).filter((code) => !local.includes(code))).toEqual([]);
      const household = refused(facts, permit).filter((code) => !OF_ONE_PERSON.includes(code));
      expect(household.filter((code) => !local.includes(code))).toEqual([]);
      compared += local.length < programmes.length ? 1 : 0;
    }
    expect(compared).toBeGreaterThan(400);
  });
});

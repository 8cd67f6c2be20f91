import type { CivilDate } from '../kernel/civil-date';
import { addDays } from '../kernel/civil-date';
import { type Guardianship, guardianshipWait, isMinor, isUnder14 } from './guardianship';

const birth: CivilDate = '2012-11-25';
const at = (years: number, days = 0): CivilDate => addDays(`${2012 + years}-11-25` as CivilDate, days);
const child: Guardianship = { relation: 'child', birth, proof: 'confirmed', confirmedOn: at(5) };

describe('the birthdays that change who agrees and who acts', () => {
  it('asks the guardian to agree up to the day before the fourteenth, and not on it', () => {
    expect([-1, 0, 1].map((days) => isUnder14(birth, at(14, days)))).toEqual([true, false, false]);
    expect([-1, 0, 1].map((days) => guardianshipWait(child, false, at(14, days)))).toEqual([
      'consent',
      undefined,
      undefined,
    ]);
  });

  it('lets a guardian act up to the day before the eighteenth, and not on it', () => {
    expect([-1, 0, 1].map((days) => isMinor(birth, at(18, days)))).toEqual([true, false, false]);
    expect([-1, 0, 1].map((days) => guardianshipWait(child, true, at(18, days)))).toEqual([
      undefined,
      'grown-up',
      'grown-up',
    ]);
  });

  it('makes somebody born on 29 February a year older on 1 March of a common year', () => {
    const leap: CivilDate = '2012-02-29';
    expect([isUnder14(leap, '2026-02-28'), isUnder14(leap, '2026-03-01')]).toEqual([true, false]);
  });
});

describe('what a guardian still has to do', () => {
  it('is to wait for the bureau, or to show a paper, before anything else', () => {
    expect(guardianshipWait({ ...child, proof: 'asking' }, false, at(9))).toBe('answer');
    expect(guardianshipWait({ ...child, proof: 'to-show' }, true, at(9))).toBe('paper');
  });

  it('is nothing for a grown-up whom a court gave into their care', () => {
    const ward: Guardianship = { relation: 'ward', birth, proof: 'confirmed', confirmedOn: at(18, 3) };
    expect(guardianshipWait(ward, false, at(30))).toBeUndefined();
  });

  it('is to prove it anew for a ward who was a minor when it was proved', () => {
    const ward: Guardianship = { relation: 'ward', birth, proof: 'confirmed', confirmedOn: at(18, -1) };
    expect(guardianshipWait(ward, true, at(18, -1))).toBeUndefined();
    expect(guardianshipWait(ward, true, at(18))).toBe('grown-up');
  });
});

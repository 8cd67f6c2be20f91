import { engine } from '../../catalogue';
import type { FactName } from '../../facts/facts';
import { aFarewell } from '../../facts/fixtures/a-farewell';
import { verdictsOf } from '../../facts/fixtures/a-verdict';
import { addDays, type CivilDate } from '../../kernel/civil-date';

const funeral = verdictsOf(engine, 'funeral-subsidy');
const crematedHere = aFarewell();

describe('丧葬补贴: who', () => {
  it('FUN-01 a resident of Tianjin hukou without anybody’s funeral money, cremated here, is likely', () => {
    const verdict = funeral(crematedHere);
    for (const id of ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C10']) expect(verdict.outcome(id)).toBe('yes');
    expect(verdict.code).toBe('likely');
  });

  it.each<[string, FactName, string]>([
    ['FUN-02 hukou elsewhere', 'deceased.hukouOutsideTianjin', 'C1'],
    ['FUN-03 serving in or retired from an office or public institution', 'deceased.wasPublicEmployee', 'C2'],
    ['FUN-04 funeral money of an insurance', 'deceased.hasInsuranceFuneralMoney', 'C3'],
    ['FUN-05 on 特困', 'deceased.receivedSpecialHardshipSupport', 'C4'],
    ['FUN-06 received elsewhere', 'deceased.funeralMoneyElsewhere', 'C5'],
  ])('%s does not fit', (_, fact, clause) => {
    const verdict = funeral(crematedHere.with({ [fact]: true }));
    expect([verdict.outcome(clause), verdict.code]).toEqual(['no', 'unlikely']);
  });

  it('FUN-07 nothing more is asked once one of these is known', () => {
    const verdict = funeral(
      crematedHere
        .with({ 'deceased.hasInsuranceFuneralMoney': true })
        .notAsked('deceased.cremationPlace', 'deceased.cremationDay'),
    );
    expect([verdict.code, verdict.missing]).toEqual(['unlikely', []]);
  });

  it('FUN-08 what the family is not sure of is for the street', () => {
    expect(funeral(crematedHere.unclear('deceased.hasInsuranceFuneralMoney')).code).toBe('needs-review');
    expect(funeral(crematedHere.unclear('deceased.cremationPlace')).code).toBe('needs-review');
    expect(funeral(crematedHere.unclear('deceased.cremationDay')).code).toBe('needs-review');
  });
});

describe('丧葬补贴: where', () => {
  const at = (place: 'tianjin' | 'tiantie' | 'died-here' | 'died-elsewhere' | 'not-yet') =>
    funeral(crematedHere.with({ 'deceased.cremationPlace': place }));

  it('FUN-09 died in Tianjin and cremated elsewhere does not fit', () => {
    const verdict = at('died-here');
    for (const id of ['C6', 'C7', 'C8', 'C13']) expect(verdict.outcome(id)).toBe('no');
    expect(verdict.code).toBe('unlikely');
  });

  it('FUN-10 for a hukou of 河东区天铁街道 a cremation elsewhere is likely all the same', () => {
    const verdict = at('tiantie');
    expect([verdict.outcome('C6'), verdict.outcome('C7'), verdict.code]).toEqual(['no', 'yes', 'likely']);
  });

  it('FUN-11 died and cremated elsewhere is for the street: only the other case is excluded, yet a Tianjin receipt is asked for', () => {
    const verdict = at('died-elsewhere');
    expect([verdict.outcome('C8'), verdict.outcome('C9'), verdict.code]).toEqual(['yes', 'review', 'needs-review']);
  });

  it('FUN-12 not cremated yet is no refusal, and no day is asked', () => {
    const verdict = funeral(
      crematedHere.with({ 'deceased.cremationPlace': 'not-yet' }).notAsked('deceased.cremationDay'),
    );
    expect([verdict.outcome('C13'), verdict.outcome('C14'), verdict.code]).toEqual(['yes', 'review', 'needs-review']);
    expect(verdict.missing).toEqual([]);
  });
});

describe('丧葬补贴: within six months of cremation', () => {
  it.each<[CivilDate, CivilDate]>([
    ['2026-05-25', '2026-11-25'],
    ['2026-01-31', '2026-07-31'],
    ['2026-08-31', '2027-02-28'],
    ['2025-08-31', '2026-02-28'],
    ['2025-08-28', '2026-02-28'],
    ['2027-08-30', '2028-02-29'],
    ['2026-12-31', '2027-06-30'],
  ])('FUN-13 cremated on %s the last day is %s, and the day after is for the street', (cremated, last) => {
    const onTheLast = funeral(aFarewell(cremated), last);
    expect([onTheLast.outcome('C10'), onTheLast.code]).toEqual(['yes', 'likely']);
    const dayAfter = funeral(aFarewell(cremated), addDays(last, 1));
    expect([dayAfter.outcome('C10'), dayAfter.outcome('C11'), dayAfter.outcome('C12')]).toEqual([
      'no',
      'yes',
      'review',
    ]);
    expect(dayAfter.code).toBe('needs-review');
  });

  it('FUN-14 a holiday puts the last day off by ten days at most; then it is too late', () => {
    expect(funeral(aFarewell('2026-05-25'), '2026-12-05').code).toBe('needs-review');
    const tooLate = funeral(aFarewell('2026-05-25'), '2026-12-06');
    expect([tooLate.outcome('C10'), tooLate.outcome('C11'), tooLate.code]).toEqual(['no', 'no', 'unlikely']);
  });

  it('FUN-15 cremated today is in time, and the answer names the earliest day still in time', () => {
    const verdict = funeral(aFarewell('2026-11-25'), '2026-11-25');
    expect(verdict.clause('C10')).toMatchObject({ outcome: 'yes', value: '2026-11-25', threshold: '2026-05-25' });
  });

  it('FUN-16 for 天铁 the six months run just the same', () => {
    const elsewhere = aFarewell('2026-05-25').with({ 'deceased.cremationPlace': 'tiantie' });
    expect(funeral(elsewhere, '2026-11-25').code).toBe('likely');
    expect(funeral(elsewhere, '2026-12-06').code).toBe('unlikely');
  });
});

describe('丧葬补贴: how much and when', () => {
  it('FUN-17 1800 yuan, once', () => {
    expect(funeral(crematedHere).amount).toMatchObject({ min: 180_000, max: 180_000, per: 'once' });
  });

  it('FUN-18 before the measures of 2025 nothing is on record', () => {
    expect(funeral(aFarewell('2024-12-20'), '2025-01-01').code).toBe('likely');
    expect(funeral(aFarewell('2024-12-20'), '2024-12-31').clauseIds).toEqual(['C0']);
  });
});

import { engine } from '../../catalogue';
import { aFarewell } from '../../facts/fixtures/a-farewell';
import { verdictsOf } from '../../facts/fixtures/a-verdict';
import { ecoBurialReward } from './programme';

const reward = verdictsOf(engine, 'eco-burial-reward');
const atSea = aFarewell().with({ 'burial.way': 'sea' });
const nothingKept = aFarewell().with({ 'burial.way': 'nothing-kept' });
/** Cremated on 2026-09-26: the sixtieth day after it is 2026-11-25. */
const sixty = aFarewell('2026-09-26').with({ 'burial.way': 'sea' });
const [LAST, DAY_AFTER] = ['2026-11-25', '2026-11-26'] as const;

describe('节地生态安葬奖励: who', () => {
  it('ECO-01 ashes scattered at sea by the one who may is likely', () => {
    const verdict = reward(atSea);
    expect([verdict.outcome('C1'), verdict.outcome('C2'), verdict.outcome('C3')]).toEqual(['yes', 'yes', 'yes']);
    expect(verdict.code).toBe('likely');
  });

  it('ECO-02 another way that keeps nothing is for the street: which units are approved only the office knows', () => {
    const verdict = reward(nothingKept);
    expect([verdict.outcome('C3'), verdict.outcome('C4'), verdict.outcome('C5')]).toEqual(['no', 'yes', 'review']);
    expect(verdict.code).toBe('needs-review');
  });

  it('ECO-03 ashes or a stone kept does not fit', () => {
    const verdict = reward(aFarewell());
    expect([verdict.outcome('C3'), verdict.outcome('C4'), verdict.code]).toEqual(['no', 'no', 'unlikely']);
  });

  it('ECO-04 a hukou elsewhere does not fit', () => {
    const verdict = reward(atSea.with({ 'deceased.hukouOutsideTianjin': true }));
    expect([verdict.outcome('C1'), verdict.code]).toEqual(['no', 'unlikely']);
  });

  it('ECO-05 who claims must be a relative or have the right to', () => {
    const verdict = reward(atSea.with({ 'burial.claimantHasNoRight': true }));
    expect([verdict.outcome('C2'), verdict.code]).toEqual(['no', 'unlikely']);
  });

  it('ECO-06 a family that has not decided is never refused', () => {
    expect(reward(atSea.unclear('burial.way')).code).toBe('needs-review');
  });

  it('ECO-07 who has a work pension or lived on 特困 is not left out of this', () => {
    const household = atSea.with({
      'deceased.wasPublicEmployee': true,
      'deceased.hasInsuranceFuneralMoney': true,
      'deceased.receivedSpecialHardshipSupport': true,
    });
    expect(reward(household).code).toBe('likely');
  });
});

describe('节地生态安葬奖励: how much', () => {
  it('ECO-08 1000 yuan once, when nothing was chosen within the sixty days', () => {
    const verdict = reward(aFarewell('2026-05-01').with({ 'burial.way': 'sea' }));
    expect(verdict.amount).toMatchObject({ min: 100_000, max: 100_000, per: 'once' });
    expect(['G1', 'G2', 'G3', 'G4'].map((id) => verdict.outcome(id))).toEqual(['yes', 'no', 'no', 'no']);
  });

  it('ECO-09 1420 more for who was laid to rest within them, whichever way they are counted', () => {
    const laid = aFarewell('2026-05-01').with({ 'burial.way': 'sea', 'burial.laidToRestIn60Days': true });
    expect(reward(laid).outcome('G2')).toBe('yes');
    expect(reward(laid).amount).toMatchObject({ min: 242_000, max: 242_000 });
  });

  it('ECO-10 for who signed up within them and waits for the sea anything up to 1420 more, because nobody says which day counts', () => {
    const signedUp = aFarewell('2026-05-01').with({ 'burial.way': 'sea', 'burial.signedUpIn60Days': true });
    expect(reward(signedUp).outcome('G3')).toBe('yes');
    expect(reward(signedUp).amount).toMatchObject({ min: 100_000, max: 242_000 });
    expect(reward(signedUp).review).toContain('burial.signedUpIn60Days');
    expect(reward(signedUp).code).toBe('likely');
  });

  it('ECO-11 on the sixtieth day it is still open, on the day after it is not', () => {
    expect(reward(sixty, LAST).clause('G4')).toMatchObject({ outcome: 'yes', threshold: '2026-09-26' });
    expect(reward(sixty, LAST).amount).toMatchObject({ min: 100_000, max: 242_000 });
    expect(reward(sixty, DAY_AFTER).outcome('G4')).toBe('no');
    expect(reward(sixty, DAY_AFTER).amount).toMatchObject({ min: 100_000, max: 100_000 });
  });

  it('ECO-12 before the cremation the sixty days have not begun, and no day is asked', () => {
    const before = atSea.with({ 'deceased.cremationPlace': 'not-yet' }).notAsked('deceased.cremationDay');
    expect(reward(before).amount).toMatchObject({ min: 100_000, max: 242_000 });
    expect(reward(before).missing).toEqual([]);
  });

  it('ECO-13 cremated elsewhere, whether it was a service of a unit of Tianjin stays open', () => {
    const elsewhere = aFarewell('2026-05-01').with({
      'burial.way': 'sea',
      'burial.laidToRestIn60Days': true,
      'deceased.cremationPlace': 'died-elsewhere',
    });
    expect(reward(elsewhere).amount).toMatchObject({ min: 100_000, max: 242_000 });
  });

  it('ECO-14 a day nobody is sure of leaves the second part open, never the first', () => {
    expect(reward(sixty.unclear('deceased.cremationDay'), DAY_AFTER).amount).toMatchObject({
      min: 100_000,
      max: 242_000,
    });
  });
});

describe('节地生态安葬奖励: beside the funeral subsidy, and when', () => {
  it('ECO-15 whether 1800 yuan may be had too is left open, with whom to ask', () => {
    expect(ecoBurialReward.relations).toMatchObject([{ kind: 'unsettled-with', other: 'funeral-subsidy' }]);
    expect(ecoBurialReward.relations?.[0]?.why).toContain('96456');
  });

  it('ECO-16 before 2020 nothing is on record', () => {
    expect(reward(atSea, '2020-01-01').code).toBe('likely');
    expect(reward(atSea, '2019-12-31').clauseIds).toEqual(['C0']);
  });
});

import { engine, vocabulary } from '../../catalogue';
import { aChild, UNABLE } from '../../facts/fixtures/a-child';
import { TODAY, verdictsOf } from '../../facts/fixtures/a-verdict';
import { orphanLivingAllowance } from './programme';

const orphan = verdictsOf(engine, 'orphan-living-allowance');
const bothDied = aChild('passed-away', 'passed-away');
const bothLost = aChild('out-of-touch', 'out-of-touch');

describe('孤儿基本生活费: the parents', () => {
  it('OLA-01 a child whose mother and father have died is likely', () => {
    const verdict = orphan(bothDied);
    expect([verdict.outcome('C3'), verdict.outcome('C4')]).toEqual(['yes', 'yes']);
    expect(verdict.code).toBe('likely');
  });

  it('OLA-02 a child whose birth parents were never found is likely', () => {
    const verdict = orphan(bothLost.with({ 'child.birthParentsNeverFound': true }));
    expect([verdict.outcome('C5'), verdict.outcome('C6'), verdict.outcome('C7')]).toEqual(['yes', 'yes', 'yes']);
    expect(verdict.code).toBe('likely');
  });

  it('OLA-03 a child whose parents were once there and went out of touch does not fit', () => {
    const verdict = orphan(bothLost);
    expect([verdict.outcome('C7'), verdict.code]).toEqual(['no', 'unlikely']);
  });

  it.each(UNABLE)('OLA-04 one parent who died and one who is %s does not fit here', (state) => {
    expect(orphan(aChild('passed-away', state)).code).toBe('unlikely');
    expect(orphan(aChild(state, 'passed-away')).code).toBe('unlikely');
  });

  it('OLA-05 a child whose parents look after it does not fit', () => {
    const verdict = orphan(aChild());
    for (const id of ['C3', 'C4', 'C5', 'C6', 'C8']) expect(verdict.outcome(id)).toBe('no');
    expect(verdict.code).toBe('unlikely');
  });

  it('OLA-06 a child with one parent left who looks after it does not fit', () => {
    expect(orphan(aChild('passed-away')).code).toBe('unlikely');
    expect(orphan(aChild('able-or-other', 'passed-away')).code).toBe('unlikely');
  });

  it('OLA-07 whether the birth parents were ever found is asked only when both are out of touch', () => {
    const notAsked = (mother: Parameters<typeof aChild>[0], father: Parameters<typeof aChild>[1]) =>
      orphan(aChild(mother, father).notAsked('child.birthParentsNeverFound')).missing;
    expect(notAsked('out-of-touch', 'out-of-touch')).toEqual(['child.birthParentsNeverFound']);
    expect(notAsked('passed-away', 'passed-away')).toEqual([]);
    expect(notAsked('passed-away', 'out-of-touch')).toEqual([]);
  });

  it('OLA-08 a parent whose state nobody is sure of leaves it to the street', () => {
    expect(orphan(bothDied.unclear('child.father')).code).toBe('needs-review');
    expect(orphan(bothLost.unclear('child.birthParentsNeverFound')).code).toBe('needs-review');
  });
});

describe('孤儿基本生活费: the child', () => {
  it('OLA-09 seventeen is likely, eighteen does not fit', () => {
    expect(orphan(bothDied).outcome('C1')).toBe('yes');
    const grown = orphan(bothDied.with({ 'child.isAged18': true }));
    expect([grown.outcome('C1'), grown.code]).toEqual(['no', 'unlikely']);
  });

  it('OLA-10 the hukou decides: a child from elsewhere may hand in here, and is decided there', () => {
    expect(orphan(bothDied).outcome('C2')).toBe('yes');
    const elsewhere = orphan(bothDied.with({ 'child.hukouOutsideTianjin': true }));
    expect([elsewhere.outcome('C2'), elsewhere.code]).toEqual(['no', 'unlikely']);
    expect(orphanLivingAllowance.guide.where).toContain('户口所在地来定');
  });

  it('OLA-11 a child with parents and an illness of its own is for the street', () => {
    const ill = orphan(aChild().with({ 'child.hasSeriousIllness': true }));
    expect([ill.outcome('C8'), ill.outcome('C9'), ill.code]).toEqual(['yes', 'review', 'needs-review']);
    expect(ill.review).toEqual(['child.listedIllness']);
  });

  it('OLA-12 names no illness anywhere', () => {
    const said = JSON.stringify([orphanLivingAllowance, vocabulary.questions.filter(({ door }) => door === 'child')]);
    for (const word of ['艾滋', '病毒', '感染']) expect(said).not.toContain(word);
  });

  it('OLA-13 what the household earns plays no part', () => {
    expect(orphan(bothDied.earning(90_000_000)).code).toBe('likely');
  });
});

describe('孤儿基本生活费: beside a no', () => {
  it('OLA-18 a clause reads as what the rule asks, never as a word on whether a parent lives', () => {
    const verdict = orphan(aChild());
    expect(verdict.clause('C3')).toMatchObject({ outcome: 'no', text: '父母两位都去世：妈妈这边' });
    expect(verdict.clauseIds.filter((id) => /没有?去世|去世了/.test(verdict.clause(id).text))).toEqual([]);
  });
});

describe('孤儿基本生活费: how much and when', () => {
  it('OLA-14 2605 yuan a child a month', () => {
    expect(orphan(bothDied).amount).toMatchObject({ min: 260_500, max: 260_500, per: 'person-month' });
  });

  it('OLA-15 the day before the figure was published no amount is named, and it stays likely', () => {
    expect(orphan(bothDied, '2025-12-17').amount).toMatchObject({ min: 260_500, max: 260_500 });
    expect(orphan(bothDied, '2025-12-16').amount).toBeUndefined();
    expect(orphan(bothDied, '2025-12-16').code).toBe('likely');
  });

  it('OLA-16 for an illness no source gives the amount', () => {
    expect(orphan(aChild().with({ 'child.hasSeriousIllness': true }), TODAY).amount).toBeUndefined();
  });

  it('OLA-17 before a text of the city names it nothing is on record', () => {
    expect(orphan(bothDied, '2024-10-19').code).toBe('likely');
    expect(orphan(bothDied, '2024-10-18').clauseIds).toEqual(['C0']);
  });
});

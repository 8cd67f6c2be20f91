import { engine } from '../../catalogue';
import { aChild, UNABLE } from '../../facts/fixtures/a-child';
import { verdictsOf } from '../../facts/fixtures/a-verdict';

const unattended = verdictsOf(engine, 'de-facto-unattended-child-allowance');
const bothUnable = aChild('out-of-touch', 'detained');

describe('事实无人抚养儿童基本生活补贴: the parents', () => {
  it.each(UNABLE.flatMap((mother) => UNABLE.map((father) => [mother, father] as const)))(
    'DFC-01 a child whose mother is %s and whose father is %s is likely',
    (mother, father) => {
      expect(unattended(aChild(mother, father)).code).toBe('likely');
    },
  );

  it.each(UNABLE)('DFC-02 a child of whom one parent died and the other is %s is likely', (state) => {
    const motherDied = unattended(aChild('passed-away', state));
    expect([motherDied.outcome('C5'), motherDied.outcome('C9'), motherDied.outcome('C10')]).toEqual([
      'yes',
      'no',
      'yes',
    ]);
    expect(motherDied.code).toBe('likely');
    const fatherDied = unattended(aChild(state, 'passed-away'));
    expect([fatherDied.outcome('C8'), fatherDied.outcome('C9'), fatherDied.outcome('C10')]).toEqual([
      'yes',
      'yes',
      'no',
    ]);
    expect(fatherDied.code).toBe('likely');
  });

  it('DFC-03 both parents died: that is an orphan, and not this', () => {
    const verdict = unattended(aChild('passed-away', 'passed-away'));
    expect([verdict.outcome('C9'), verdict.outcome('C10'), verdict.code]).toEqual(['no', 'no', 'unlikely']);
  });

  it.each([...UNABLE, 'passed-away'] as const)('DFC-04 one parent %s and the other able does not fit', (state) => {
    const father = unattended(aChild(state, 'able-or-other'));
    const mother = unattended(aChild('able-or-other', state));
    expect(['C6', 'C7', 'C8'].map((id) => father.outcome(id))).toEqual(['no', 'no', 'no']);
    expect(['C3', 'C4', 'C5'].map((id) => mother.outcome(id))).toEqual(['no', 'no', 'no']);
    expect([father.code, mother.code]).toEqual(['unlikely', 'unlikely']);
  });

  it('DFC-05 the clause met is the one of the state', () => {
    expect(unattended(aChild('disabled-or-ill', 'guardianship-ended')).outcome('C3')).toBe('yes');
    expect(unattended(aChild('disabled-or-ill', 'guardianship-ended')).outcome('C7')).toBe('yes');
    expect(unattended(aChild('guardianship-ended', 'disabled-or-ill')).outcome('C4')).toBe('yes');
    expect(unattended(aChild('guardianship-ended', 'disabled-or-ill')).outcome('C6')).toBe('yes');
  });

  it('DFC-06 a parent whose state nobody is sure of leaves it to the street, unless the other one cares', () => {
    expect(unattended(bothUnable.unclear('child.father')).code).toBe('needs-review');
    expect(unattended(aChild().unclear('child.father')).code).toBe('unlikely');
  });
});

describe('事实无人抚养儿童基本生活补贴: beside a no', () => {
  it('DFC-12 a clause reads as what the rule asks, never as a word on whether a parent lives', () => {
    const refused = unattended(aChild('passed-away', 'passed-away'));
    const texts = refused.clauseIds.map((id) => refused.clause(id)).filter(({ outcome }) => outcome === 'no');
    expect(texts.map(({ text }) => text)).toContain('父母至少一位还在：妈妈这边');
    expect(texts.filter(({ text }) => /没有?去世|去世了/.test(text))).toEqual([]);
  });
});

describe('事实无人抚养儿童基本生活补贴: the child', () => {
  it('DFC-07 seventeen is likely, eighteen does not fit', () => {
    expect(unattended(bothUnable).outcome('C1')).toBe('yes');
    const grown = unattended(bothUnable.with({ 'child.isAged18': true }));
    expect([grown.outcome('C1'), grown.code]).toEqual(['no', 'unlikely']);
  });

  it('DFC-08 a child whose hukou is elsewhere does not fit here', () => {
    expect(unattended(bothUnable).outcome('C2')).toBe('yes');
    const elsewhere = unattended(bothUnable.with({ 'child.hukouOutsideTianjin': true }));
    expect([elsewhere.outcome('C2'), elsewhere.code]).toEqual(['no', 'unlikely']);
  });

  it('DFC-09 its own illness and what the household earns play no part', () => {
    expect(unattended(bothUnable.earning(90_000_000)).code).toBe('likely');
    expect(unattended(aChild().with({ 'child.hasSeriousIllness': true })).code).toBe('unlikely');
  });
});

describe('事实无人抚养儿童基本生活补贴: how much and when', () => {
  it('DFC-10 2605 yuan a child a month, from the day the figure was published', () => {
    const published = { min: 260_500, max: 260_500, per: 'person-month' };
    expect(unattended(bothUnable).amount).toMatchObject(published);
    expect(unattended(bothUnable, '2025-12-17').amount).toMatchObject(published);
    expect(unattended(bothUnable, '2025-12-16').amount).toBeUndefined();
    expect(unattended(bothUnable, '2025-12-16').code).toBe('likely');
  });

  it('DFC-11 before 2020 nothing is on record', () => {
    expect(unattended(bothUnable, '2020-01-01').code).toBe('likely');
    expect(unattended(bothUnable, '2019-12-31').clauseIds).toEqual(['C0']);
  });
});

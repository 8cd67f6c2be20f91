import { engine, vocabulary } from '../../catalogue';
import { aHardshipPerson, aHousehold } from '../../facts/fixtures/a-household';
import { TODAY, verdictsOf } from '../../facts/fixtures/a-verdict';
import { drawHouseholds } from '../../facts/fixtures/drawn-households';
import { people } from '../../facts/fixtures/people';
import { questionsAsked } from '../../facts/fixtures/questions-asked';
import { questions } from '../../facts/questions';
import { standardRows } from '../../standards/standards';
import { specialHardshipSupport } from './programme';

const hardship = verdictsOf(engine, 'special-hardship-support');
const alone = aHardshipPerson();

describe('特困: who', () => {
  it('SHS-01 someone old, without income and without anybody, waits for the street alone', () => {
    const verdict = hardship(alone);
    expect(['C1', 'C2', 'C7', 'C9', 'C12'].map((id) => verdict.outcome(id))).toEqual(Array(5).fill('yes'));
    expect(verdict.outcome('C15')).toBe('review');
    expect(verdict.code).toBe('needs-review');
    expect(verdict.review).toEqual(['household.property']);
  });

  it('SHS-02 nobody without means and support at home does not fit, and is asked nothing else', () => {
    const verdict = hardship(aHousehold());
    expect(verdict.outcome('C1')).toBe('no');
    expect(verdict.code).toBe('unlikely');
    expect(verdict.missing).toEqual([]);
  });

  it.each([
    ['SHS-03 someone under 18', 'under-18', 'C3'],
    ['SHS-04 a disability that counts', 'severely-disabled', 'C4'],
  ] as const)('%s fits as well', (_, kind, clause) => {
    const verdict = hardship(alone.with({ 'hardshipPerson.kind': kind }));
    expect([verdict.outcome('C2'), verdict.outcome(clause)]).toEqual(['no', 'yes']);
    expect(verdict.review).toEqual(['household.property']);
  });

  it('SHS-05 a certificate still to come is for the street, never a no', () => {
    const verdict = hardship(alone.with({ 'hardshipPerson.kind': 'no-certificate' }));
    expect([verdict.outcome('C5'), verdict.outcome('C6')]).toEqual(['yes', 'review']);
    expect(verdict.review).toEqual(['household.property', 'hardshipPerson.assessedGrade']);
    expect(verdict.code).toBe('needs-review');
  });

  it('SHS-05b a kind of disability the list does not name is for the street, never a no', () => {
    const verdict = hardship(alone.with({ 'hardshipPerson.kind': 'kind-not-named' }));
    expect([verdict.outcome('C16'), verdict.outcome('C17')]).toEqual(['yes', 'review']);
    expect(verdict.code).toBe('needs-review');
  });

  it('SHS-06 someone who could work does not fit', () => {
    const verdict = hardship(alone.with({ 'hardshipPerson.kind': 'none' }));
    expect(['C2', 'C3', 'C4', 'C5'].map((id) => verdict.outcome(id))).toEqual(Array(4).fill('no'));
    expect(verdict.code).toBe('unlikely');
  });
});

describe('特困: means and support', () => {
  it('SHS-07 some income is for the street, never a no', () => {
    const verdict = hardship(alone.with({ 'hardshipPerson.hasIncome': true }));
    expect([verdict.outcome('C7'), verdict.outcome('C8')]).toEqual(['no', 'review']);
    expect(verdict.code).toBe('needs-review');
  });

  it('SHS-08 those who ought to support and cannot are for the street', () => {
    const verdict = hardship(alone.with({ 'hardshipPerson.obligors': 'unable' }));
    expect([verdict.outcome('C9'), verdict.outcome('C10'), verdict.outcome('C11')]).toEqual(['no', 'yes', 'review']);
    expect(verdict.code).toBe('needs-review');
  });

  it('SHS-09 somebody who ought to support and can does not fit', () => {
    const verdict = hardship(alone.with({ 'hardshipPerson.obligors': 'able' }));
    expect([verdict.outcome('C9'), verdict.outcome('C10')]).toEqual(['no', 'no']);
    expect(verdict.code).toBe('unlikely');
  });

  it('SHS-10 what the resident does not know is for the street', () => {
    for (const fact of ['hardshipPerson.exists', 'hardshipPerson.kind', 'hardshipPerson.obligors'] as const)
      expect(hardship(alone.unclear(fact)).code).toBe('needs-review');
  });

  it('SHS-11 the household’s own money decides nothing here', () => {
    expect(hardship(alone.puttingBy(9_000_000_000)).code).toBe('needs-review');
  });
});

describe('特困: hukou', () => {
  it('SHS-12 in a mixed household the person’s own hukou decides', () => {
    const ours = hardship(alone.mixedHukou(true));
    const theirs = hardship(alone.mixedHukou(true).with({ 'hardshipPerson.hukouInTianjin': false }));
    expect([ours.outcome('C13'), ours.outcome('C14'), ours.code]).toEqual(['yes', 'yes', 'needs-review']);
    expect([theirs.outcome('C14'), theirs.code]).toEqual(['no', 'unlikely']);
  });

  it.each(['none', 'residence-permit'] as const)('SHS-13 hukou %s is for the person’s own hukou place', (hukou) => {
    const verdict = hardship(alone.with({ 'household.hukou': hukou }));
    expect([verdict.outcome('C12'), verdict.outcome('C13'), verdict.code]).toEqual(['no', 'no', 'unlikely']);
  });

  it('SHS-14 is asked of a mixed household only', () => {
    expect(hardship(alone.notAsked('hardshipPerson.hukouInTianjin')).missing).toEqual([]);
    expect(hardship(alone.mixedHukou(true).notAsked('hardshipPerson.hukouInTianjin')).missing).toEqual([
      'hardshipPerson.hukouInTianjin',
    ]);
  });
});

describe('特困: the questions behind the gate', () => {
  const asking = (fact: (name: string) => boolean) =>
    questions.filter(({ facts }) => facts.some(fact)).map<string>(({ id }) => id);
  const gate = asking((fact) => fact === 'hardshipPerson.exists');
  const details = asking((fact) => fact.startsWith('hardshipPerson.')).filter((id) => !gate.includes(id));
  const house = { programmes: [specialHardshipSupport], vocabulary, standards: standardRows, asOf: TODAY };
  const drawn = drawHouseholds(house, 60, 20261125);

  it('SHS-15 are asked of nobody who has not first said that there is such a person', () => {
    const orders = [...people.map(({ household }) => household.build()), ...drawn.map(({ facts }) => facts)]
      .map((facts) => questionsAsked(engine, facts))
      .filter((asked) => asked.some((id) => details.includes(id)));
    expect(orders.length).toBeGreaterThan(10);
    for (const asked of orders) {
      const first = asked.findIndex((id) => details.includes(id));
      expect(asked.slice(0, first)).toEqual(expect.arrayContaining(gate));
    }
  });

  it('SHS-16 stop with the first answer that does not fit', () => {
    const none = alone.with({ 'hardshipPerson.kind': 'none' });
    const unasked = none.notAsked('hardshipPerson.hasIncome', 'hardshipPerson.obligors', 'hardshipPerson.place');
    expect(hardship(unasked)).toMatchObject({ code: 'unlikely', missing: [] });
    expect(questionsAsked(engine, aHousehold().build()).filter((id) => details.includes(id))).toEqual([]);
  });

  it('SHS-17 ask for the place for the amount alone', () => {
    const unasked = hardship(alone.notAsked('hardshipPerson.place'));
    expect([unasked.code, unasked.missing]).toEqual(['needs-review', ['hardshipPerson.place']]);
  });
});

describe('特困: how much, without the care that comes on top', () => {
  it.each([
    ['urban', 187_000],
    ['rural-institution', 187_000],
    ['rural-home', 153_000],
  ] as const)('SHS-18 %s: %p fen a person a month', (place, fen) => {
    const household = alone.with({ 'hardshipPerson.place': place });
    expect(hardship(household).amount).toMatchObject({ min: fen, max: fen, per: 'person-month' });
    expect(hardship(household, '2025-08-31').amount).toMatchObject({ min: fen, max: fen });
  });

  it('SHS-19 not knowing where leaves both sums open', () => {
    const amount = hardship(alone.unclear('hardshipPerson.place')).amount;
    expect(amount).toMatchObject({ min: 153_000, max: 187_000 });
    expect(amount?.text).toContain('照料的钱另外算');
  });

  it('SHS-20 before the Tianjin measures of 2021 nothing is on record', () => {
    expect(hardship(alone, '2021-11-08').clauseIds).toEqual(['C0']);
    expect(hardship(alone, '2021-11-08').code).toBe('needs-review');
    expect(hardship(alone, '2021-11-09').outcome('C1')).toBe('yes');
  });
});

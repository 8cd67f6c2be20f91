import { not } from './condition';
import { tea, teaHouseGrant, teaProgramme, teaStandards, teaVocabulary } from './fixtures/tea-house-grant';
import type { Programme } from './programme';
import { programmeProblems } from './programme-problems';

const PLACE = 'programmes/tea-house-grant';
const problems = (programme: Programme) => programmeProblems(programme, teaVocabulary, teaStandards);

describe('what a programme is called and found by', () => {
  it.each(['title', 'formalName', 'summary', 'bureau', 'door'] as const)('names an empty %s', (word) => {
    expect(problems({ ...teaHouseGrant, [word]: ' ' })).toEqual([`${PLACE}: ${word} is empty`]);
  });

  it.each(['where', 'howLong', 'phone'] as const)('names an empty %s of its guide', (word) => {
    expect(problems({ ...teaHouseGrant, guide: { ...teaHouseGrant.guide, [word]: '' } })).toEqual([
      `${PLACE}: ${word} is empty`,
    ]);
  });

  it('names a programme nobody finds, beside what else is empty', () => {
    expect(problems({ ...teaHouseGrant, words: [] })).toEqual([`${PLACE}: has no words to be found by`]);
    expect(problems({ ...teaHouseGrant, title: '', words: [] })).toEqual([
      `${PLACE}: title is empty`,
      `${PLACE}: has no words to be found by`,
    ]);
  });
});

describe('a version that cannot be', () => {
  const rule = tea('C1', 'guest.regular', { op: 'oneOf', values: [true] });
  it('names a last day that does not exist, and lets a version last one day', () => {
    const ends = (to: Programme['versions'][number]['to']) =>
      problems({ ...teaHouseGrant, versions: [{ from: '2024-02-01', rule, ...(to && { to }) }] });
    expect(ends('2024-02-30')).toEqual([`${PLACE} version from 2024-02-01: ends on 2024-02-30, which is not a day`]);
    expect(ends('2024-02-01')).toEqual([]);
  });

  it('names two that begin on one day', () => {
    const versions = [{ from: '2024-02-01', to: '2024-02-01', rule } as const, { from: '2024-02-01', rule } as const];
    expect(problems({ ...teaHouseGrant, versions })).toEqual([
      `${PLACE} version from 2024-02-01: the version listed after it begins on 2024-02-01, not later`,
    ]);
  });

  it('lets two touch without a day between', () => {
    const versions = [{ from: '2024-01-01', to: '2024-01-31', rule } as const, { from: '2024-02-01', rule } as const];
    expect(problems({ ...teaHouseGrant, versions })).toEqual([]);
  });
});

describe('a clause under a “not”', () => {
  it('must be able to fail', () => {
    const always = tea('C3', 'guest.cups', { op: 'atLeast', limit: 1 });
    expect(problems(teaProgramme(not(always)))).toContain(`${PLACE} C3: no answer can ever meet this clause`);
    expect(problems(teaProgramme(always))).toEqual([]);
  });
});

import type { StandardRow } from './standard';
import { standardProblems } from './standard-problems';

const tea: StandardRow = {
  key: 'tea-line',
  value: 200,
  unit: 'fen-once',
  from: '2024-01-01',
  source: { document: 'Tea House Rules', row: 'A.1', confidence: 'seed' },
};

/** A row as it might arrive from a file, whatever its type says. */
function spoilt(change: Readonly<Record<string, unknown>>): StandardRow {
  return { ...tea, ...change } as StandardRow;
}

function at(...rows: readonly StandardRow[]): readonly string[] {
  return standardProblems(rows).map((problem) => problem.at);
}

describe('a table of standards', () => {
  it('has nothing wrong when every row is sourced and no two share a day', () => {
    expect(at(tea, spoilt({ from: '2025-01-01' }), spoilt({ key: 'cake-line' }))).toEqual([]);
    expect(at()).toEqual([]);
  });

  it.each([
    ['key', { key: 'Tea Line' }, 'rows[0].key'],
    ['key that is missing', { key: undefined }, 'rows[0].key'],
    ['negative value', { value: -1 }, 'rows[0].value'],
    ['fraction of a fen', { value: 1.5 }, 'rows[0].value'],
    ['value that is no number', { value: '200' }, 'rows[0].value'],
    ['absurd value', { value: 1_000_000_001 }, 'rows[0].value'],
    ['unit', { unit: 'yuan' }, 'rows[0].unit'],
    ['flag of 2', { unit: 'flag', value: 2 }, 'rows[0].value'],
    ['first day', { from: '2024-02-30' }, 'rows[0].from'],
    ['last day', { to: 'soon' }, 'rows[0].to'],
    ['last day before the first', { to: '2023-12-31' }, 'rows[0].to'],
    ['source that is missing', { source: undefined }, 'rows[0].source'],
    ['source without a document', { source: { ...tea.source, document: '' } }, 'rows[0].source'],
    ['source without a row', { source: { ...tea.source, row: '' } }, 'rows[0].source'],
    ['confidence', { source: { ...tea.source, confidence: 'rumour' } }, 'rows[0].source.confidence'],
  ])('names a wrong %s', (_, change, place) => {
    expect(at(spoilt(change))).toEqual([place]);
  });

  it('names the wrong row among right ones', () => {
    expect(standardProblems([tea, spoilt({ key: 'cake-line', value: -1 })])).toEqual([
      { key: 'cake-line', at: 'rows[1].value', message: 'must be a whole number from 0 to 1000000000 (money in fen)' },
    ]);
  });

  it('takes a row whose last day is its first', () => {
    expect(at(spoilt({ to: '2024-01-01' }))).toEqual([]);
  });
});

describe('days two rows of one key share', () => {
  it('are named when the first ends too late', () => {
    expect(at(spoilt({ to: '2025-01-01' }), spoilt({ from: '2025-01-01' }))).toEqual(['rows[0].to']);
  });

  it('are named when both begin on one day', () => {
    const [problem] = standardProblems([tea, spoilt({ value: 300 })]);
    expect(problem?.message).toContain('which begins on 2024-01-01');
  });

  it('are none when the first is open or ends the day before', () => {
    expect(at(tea, spoilt({ from: '2025-01-01' }))).toEqual([]);
    expect(at(spoilt({ to: '2024-12-31' }), spoilt({ from: '2025-01-01' }))).toEqual([]);
  });

  it('are found however the rows are ordered', () => {
    expect(at(spoilt({ from: '2025-01-01' }), spoilt({ to: '2025-06-01' }))).toEqual(['rows[1].to']);
  });
});

describe('two rows of one key', () => {
  it('in different units are refused, whenever they are in force', () => {
    expect(
      standardProblems([tea, spoilt({ key: 'cake-line' }), spoilt({ from: '2030-01-01', unit: 'permille' })]),
    ).toEqual([{ key: 'tea-line', at: 'rows[2].unit', message: 'is permille, but rows[0] of this key is fen-once' }]);
  });
});

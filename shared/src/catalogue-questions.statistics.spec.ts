import { engine, programmes, vocabulary } from './catalogue';
import { TODAY } from './facts/fixtures/a-verdict';
import type { House } from './facts/fixtures/drawn-households';
import { interviewAll, median } from './facts/fixtures/question-statistics';
import { standardRows } from './standards/standards';

const HOUSE: House = { programmes, vocabulary, standards: standardRows, asOf: TODAY };

describe('the questions of the whole catalogue, asked of 320 households drawn from the criteria', () => {
  const asked = interviewAll(engine, HOUSE, 320, 20261125);

  it('settle nine of ten programmes behind the opened doors in at most nine questions, for half of the households', () => {
    expect(median(asked.map(({ toSettle }) => toSettle))).toBeLessThanOrEqual(9);
  });

  it('settle them for every household in the end', () => {
    expect(asked.filter(({ toSettle }) => toSettle === Number.POSITIVE_INFINITY)).toEqual([]);
  });

  it('are asked of households about every programme', () => {
    expect(new Set(asked.map(({ household }) => household.about)).size).toBe(programmes.length);
  });
});

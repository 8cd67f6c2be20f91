import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { farewellWordProblems } from '../../plain-words/plain-words';
import { standardRows } from '../../standards/standards';
import { claimClocks, firstDay, firstSteps } from './first-steps';
import { prices } from './prices';
import type { SourcedLine } from './sourced-line';
import { noFilm, safety, wholeCourse } from './whole-course';

const parts = [...firstSteps, ...prices, ...wholeCourse];
const lines: readonly SourcedLine[] = [
  ...firstDay,
  ...parts.flatMap((part) => part.lines),
  ...claimClocks.flatMap(({ open }) => open),
  ...safety,
  noFilm,
];
const texts = [
  ...lines.map(({ text }) => text),
  ...parts.map(({ title }) => title),
  ...wholeCourse.map(({ seen }) => seen),
  ...claimClocks.flatMap(({ title, until, within = '' }) => [title, until('2027-01-25'), within]),
];

describe('what a family reads first', () => {
  it('is plain, and safe beside a death, in every line', () => {
    expect(texts.flatMap((text) => farewellWordProblems(text).map((problem) => `${problem} (${text})`))).toEqual([]);
  });

  it('says in three lines what the first day needs, the number first', () => {
    expect(firstDay).toHaveLength(3);
    expect(firstDay[0]?.text).toContain('96456');
  });

  it('names no number but those a source gives', () => {
    const numbers = texts.join('\n').match(/\d{5,}/g) ?? [];
    expect(new Set(numbers)).toEqual(new Set(['96456', '12345']));
  });

  it('cites only rows the facts have, and calls open what nobody published', () => {
    const facts = readFileSync(path.resolve(__dirname, '../../../../docs/policy-facts.md'), 'utf8');
    for (const { source } of lines) {
      const heading = new RegExp(`^### ${source.row.replace('.', '\\.')} |^\\| ${source.row} \\|`, 'm');
      expect([source.row, heading.test(facts)]).toEqual([source.row, true]);
    }
    const open = lines.filter(({ source }) => source.confidence === 'unknown');
    expect(open.filter(({ text }) => !/核定/.test(text))).toEqual([]);
  });

  it('puts what is free first, and writes no sum of money nobody published', () => {
    const order = prices.map(({ state }) => ['free', 'said', 'unknown'].indexOf(state));
    expect(order).toEqual([...order].sort());
    expect(prices.flatMap((price) => price.lines.map(({ text }) => text)).join('')).not.toMatch(/\d+ ?元/);
  });

  it('has a money line for each claim it leads to, and says of each whom to ask', () => {
    for (const { pays, open } of claimClocks) {
      for (const paid of pays) expect(standardRows.some(({ key }) => key === paid)).toBe(true);
      expect(open.length).toBeGreaterThan(0);
    }
  });
});

it('reads the facts this repository keeps', () => {
  expect(existsSync(path.resolve(__dirname, '../../../../docs/policy-facts.md'))).toBe(true);
});

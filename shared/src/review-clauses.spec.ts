import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programmes, vocabulary } from './catalogue';
import { leavesIn } from './eligibility/clause-problems';
import type { Condition, Leaf } from './eligibility/condition';
import type { Expression } from './eligibility/expression';
import { limitOn, standardsOfDay } from './eligibility/limit';
import { versionOn } from './eligibility/programme-of-day';
import { TODAY } from './facts/fixtures/a-verdict';
import { standardRows } from './standards/standards';

const DOCS = join(__dirname, '../../docs');
const LISTED = readFileSync(join(DOCS, 'review-clauses.md'), 'utf8');
const POLICY_FACTS = readFileSync(join(DOCS, 'policy-facts.md'), 'utf8').replaceAll(/[*_]/g, '').split('\n');
const day = standardsOfDay(standardRows, TODAY);

/** One line of docs/review-clauses.md: a clause, why nobody but the office can say, and the line of policy-facts behind it. */
interface Listed {
  readonly clause: string;
  readonly kind: string;
  readonly row: string;
  readonly words: string;
}

const listed: readonly Listed[] = [
  ...LISTED.matchAll(/^\| `([a-z-]+)` ([CG]\d+) +\| (UNKNOWN|conflicting|staff-only) +\| (\S+) +\| “([^”]+)” +\|/gm),
].map(([, programme, id, kind, row, words]) => ({
  clause: `${programme} ${id}`,
  kind: kind ?? '',
  row: row ?? '',
  words: words ?? '',
}));

/** What keeps a clause open though the resident answered everything; nothing when the answers always decide it. */
function openness({ fact, test }: Leaf): readonly string[] {
  const definition = vocabulary.facts[fact];
  const derived = vocabulary.derived[fact];
  return [
    ...(definition?.type === 'staff' ? ['only the office knows'] : []),
    ...(test.op !== 'oneOf' && limitOn(test.limit, day) === undefined ? ['its limit is UNKNOWN'] : []),
    ...(test.op !== 'oneOf' && test.equality && !day.get(test.equality) ? ['whether the limit itself passes'] : []),
    ...(derived ? sizes(derived.is) : []),
  ];
}

function sizes(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'unknown':
      return ['a size is UNKNOWN'];
    case 'amount':
      return limitOn(expression.of, day) === undefined ? ['a size is UNKNOWN'] : [];
    case 'countedIf':
      return day.get(expression.flag) ? sizes(expression.of) : ['whether it counts is UNKNOWN'];
    case 'fact':
      return sizesOfFact(expression.fact);
    case 'sum':
      return expression.of.flatMap(sizes);
    case 'minus':
      return [expression.from, expression.take].flatMap(sizes);
    case 'times':
    case 'per':
      return [expression.of, expression.by].flatMap(sizes);
    case 'notBelowZero':
      return sizes(expression.of);
    case 'cases':
      return [
        ...expression.of.flatMap(({ when, is }) => [...inCondition(when), ...sizes(is)]),
        ...sizes(expression.otherwise),
      ];
  }
}

function sizesOfFact(name: string): readonly string[] {
  const derived = vocabulary.derived[name];
  return derived ? sizes(derived.is) : [];
}

function inCondition(condition: Condition): readonly string[] {
  return leavesIn(condition).flatMap(({ leaf }) => openness(leaf));
}

const open: readonly string[] = programmes.flatMap((programme) => {
  const version = versionOn(programme, TODAY);
  const conditions = version ? [version.rule, ...(version.amount?.when ? [version.amount.when] : [])] : [];
  return conditions
    .flatMap((condition) => leavesIn(condition))
    .filter(({ leaf }) => openness(leaf).length > 0)
    .map(({ leaf }) => `${programme.code} ${leaf.id}`);
});

/** The lines of one row or section of policy-facts: `A.6` is a section, `J3` a table row, `I-5` the fifth gap. */
function linesOf(row: string): readonly string[] {
  const gap = /^I-(\d+)$/.exec(row)?.[1];
  if (gap) return POLICY_FACTS.filter((line) => new RegExp(`^\\| ${gap} +\\|`).test(line));
  if (/^J\d+$/.test(row)) return POLICY_FACTS.filter((line) => new RegExp(`^\\| ${row} +\\|`).test(line));
  const from = POLICY_FACTS.findIndex((line) => line.startsWith(`### ${row} `) || line.startsWith(`## ${row}. `));
  const rest = POLICY_FACTS.slice(from + 1);
  const to = rest.findIndex((line) => line.startsWith('## ') || line.startsWith('### '));
  return from < 0 ? [] : rest.slice(0, to < 0 ? undefined : to);
}

/** What the line must itself say for the kind to be true of it. */
const SAYS: Readonly<Record<string, RegExp>> = {
  UNKNOWN: /UNKNOWN|must be configurable|unknown/,
  conflicting: /conflict|ambiguous|disagree|or <|vs|never copy|Many Tianjin guides/,
  'staff-only': /./,
};

/** Section I is nothing but gaps; elsewhere the line has to say it. */
function isBorneOut({ kind, row, words }: Listed): boolean {
  const said = row.startsWith('I-') && kind === 'UNKNOWN' ? /./ : SAYS[kind];
  return linesOf(row).some((line) => line.includes(words) && said?.test(line));
}

describe('what only the office can say', () => {
  it('is on the list, clause by clause, and the list has nothing else', () => {
    expect(listed.map(({ clause }) => clause).sort()).toEqual([...open].sort());
  });

  it('is marked UNKNOWN, conflicting or left to staff in the words of docs/policy-facts.md', () => {
    expect(listed.filter((each) => !isBorneOut(each))).toEqual([]);
  });

  it('is found where a clause hides behind review without a row that says so', () => {
    const invented: Listed = { clause: 'tea C1', kind: 'UNKNOWN', row: 'A.6', words: '低保边缘 money assets per head' };
    expect(isBorneOut(invented)).toBe(false);
    expect(isBorneOut({ ...invented, row: 'A.99' })).toBe(false);
  });
});

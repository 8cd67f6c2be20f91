import fc from 'fast-check';
import type { FactDefinition, FactValue, FactValues, Question } from '../facts/fact';
import { all, any, type Condition, not } from './condition';
import { createEngine, type Engine } from './engine';
import { domainOf } from './fixtures/brute-force';
import { tea, teaProgramme } from './fixtures/tea-house-grant';
import type { Vocabulary } from './vocabulary';

/** Small enough that the best of all question trees can be worked out, over every way to answer. */
const facts: Readonly<Record<string, FactDefinition>> = {
  'guest.regular': { type: 'boolean', label: 'regular' },
  'guest.sings': { type: 'boolean', label: 'sings' },
  'guest.stays': { type: 'boolean', label: 'stays' },
  'guest.cups': { type: 'count', label: 'cups', min: 1, max: 3 },
  'guest.brings': {
    type: 'choice',
    label: 'brings',
    options: ['nothing', 'own-cup', 'own-leaves'].map((value) => ({ value, label: value })),
  },
};
const questions: readonly Question[] = Object.keys(facts).map((fact, index) => ({
  id: fact,
  title: `${fact}?`,
  facts: [fact],
  door: 'general',
  burden: ([1, 2, 1, 3, 2] as const)[index] ?? 1,
}));
const vocabulary: Vocabulary = { facts, derived: {}, questions, doors: [{ code: 'general', sensitive: false }] };

const leaves: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .constantFrom('guest.regular', 'guest.sings', 'guest.stays')
    .map((fact) => tea('C', fact, { op: 'oneOf', values: [true] })),
  fc.integer({ min: 1, max: 2 }).map((limit) => tea('C', 'guest.cups', { op: 'atMost', limit })),
  fc
    .subarray(['nothing', 'own-cup', 'own-leaves'], { minLength: 1, maxLength: 2 })
    .map((values) => tea('C', 'guest.brings', { op: 'oneOf', values })),
);
const { rule: rules } = fc.letrec<{ rule: Condition }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 2 },
    leaves,
    fc.array(tie('rule'), { minLength: 2, maxLength: 3 }).map((parts) => all(...parts)),
    fc.array(tie('rule'), { minLength: 2, maxLength: 3 }).map((parts) => any(...parts)),
    tie('rule').map(not),
  ),
}));
const packs = fc.array(rules, { minLength: 1, maxLength: 4 });

function engineOf(pack: readonly Condition[]): Engine {
  const programmes = pack.map((rule, index) => ({
    ...teaProgramme(rule, `tea-${index}`),
    versions: [{ from: '2020-01-01', rule } as const],
  }));
  return createEngine(vocabulary, programmes, 'test');
}

const DAY = { asOf: '2024-05-01', standards: [] } as const;

function isSettled(engine: Engine, known: FactValues): boolean {
  return engine.verdicts(known, DAY).every(({ verdict }) => verdict !== 'need-facts');
}

/** Expected burden until every programme is settled, every answer as likely as every other. */
class Burden {
  private readonly best = new Map<string, number>();

  constructor(private readonly engine: Engine) {}

  ofBestTree(known: FactValues = {}): number {
    const key = JSON.stringify(questions.map(({ id }) => known[id] ?? null));
    const seen = this.best.get(key);
    if (seen !== undefined) return seen;
    const open = isSettled(this.engine, known) ? [] : questions.filter(({ id }) => known[id] === undefined);
    const burden = open.length === 0 ? 0 : Math.min(...open.map((question) => this.asking(question, known, true)));
    this.best.set(key, burden);
    return burden;
  }

  ofOurs(known: FactValues = {}): number {
    if (isSettled(this.engine, known)) return 0;
    const { nextQuestion } = this.engine.assess(known, DAY);
    const question = questions.find(({ id }) => id === nextQuestion?.id);
    if (!question) throw new Error('nothing is asked, yet something is open');
    return this.asking(question, known, false);
  }

  private asking({ id, burden }: Question, known: FactValues, best: boolean): number {
    const answers = domainOf(facts[id] as FactDefinition);
    const after = answers.map((answer: FactValue) => {
      const more = { ...known, [id]: answer };
      return best ? this.ofBestTree(more) : this.ofOurs(more);
    });
    return burden + after.reduce((sum, each) => sum + each, 0) / answers.length;
  }
}

describe('the order of questions, held against the best tree there is', () => {
  it('burdens residents at most 15 % more, over many small packs of rules', () => {
    const ratios = fc
      .sample(packs, { numRuns: 200, seed: 20261125 })
      .map((pack) => new Burden(engineOf(pack)))
      .map((burden) => ({ ours: burden.ofOurs(), best: burden.ofBestTree() }))
      .filter(({ best }) => best > 0);
    const sum = (of: 'ours' | 'best') => ratios.reduce((total, each) => total + each[of], 0);
    expect(ratios.length).toBeGreaterThan(150);
    expect(sum('ours') / sum('best')).toBeLessThanOrEqual(1.15);
    for (const { ours, best } of ratios) expect(ours / best).toBeLessThanOrEqual(1.5);
  });
});

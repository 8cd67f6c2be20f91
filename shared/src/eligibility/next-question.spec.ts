import fc from 'fast-check';
import type { FactValues, Question } from '../facts/fact';
import type { Assessment } from './assessment';
import { all, any, type Leaf } from './condition';
import { createEngine, type Engine } from './engine';
import { domainOf } from './fixtures/brute-force';
import { tea, teaHouseGrant, teaProgramme, teaStandards, teaVocabulary } from './fixtures/tea-house-grant';
import type { Vocabulary } from './vocabulary';

const engine = createEngine(teaVocabulary, [teaHouseGrant], 'test');
const ALL_DOORS = ['general', 'stage'];

function ask(facts: FactValues, doors?: readonly string[], by: Engine = engine): Assessment {
  return by.assess(facts, { asOf: '2024-05-01', standards: teaStandards, ...(doors && { doors }) });
}

function questionOf({ nextQuestion }: Assessment): string | undefined {
  return nextQuestion?.id;
}

describe('the next question', () => {
  it('stands behind its door until the resident opens it, and is listed meanwhile', () => {
    const settled = { 'guest.regular': true, 'guest.cups': 2, 'guest.spend': 0, 'guest.brings': 'nothing' };
    const closed = ask(settled);
    expect(closed.nextQuestion).toBeUndefined();
    expect(closed.notAsked).toEqual([{ id: 'sings', facts: ['guest.sings'] }]);
    expect(closed.verdicts[0]?.missing).toEqual(['guest.sings']);
    const opened = ask(settled, ALL_DOORS);
    expect(questionOf(opened)).toBe('sings');
    expect(opened.notAsked).toEqual([]);
  });

  describe('among programmes behind several doors', () => {
    const yes = (id: string, fact: string) => tea(id, fact, { op: 'oneOf', values: [true] });
    const own = (door: string, second: Leaf) => {
      const rule = all(yes('C1', 'guest.regular'), second);
      return { ...teaProgramme(rule, door), door, versions: [{ from: '2020-01-01', rule } as const] };
    };
    const bar = own('general', yes('C2', 'guest.sings'));
    const kitchen = own('kitchen', tea('C2', 'guest.brings', { op: 'oneOf', values: ['nothing'] }));
    const both = createEngine(teaVocabulary, [bar, kitchen], 'test');
    const idsOf = ({ notAsked }: Assessment) => notAsked.map(({ id }) => id);

    it('is asked for an opened one, also where the question itself stands behind another that cannot hurt', () => {
      expect(questionOf(ask({}, ['kitchen'], both))).toBe('brings');
      const rest = ask({ 'guest.brings': 'nothing' }, ['kitchen'], both);
      expect(questionOf(rest)).toBe('regular');
      expect(idsOf(rest)).toEqual(['sings']);
    });

    it('is not asked for one behind a closed door alone, but listed', () => {
      const done = ask({ 'guest.regular': true, 'guest.sings': true }, ['general', 'stage'], both);
      expect(done.nextQuestion).toBeUndefined();
      expect(idsOf(done)).toEqual(['brings']);
    });

    it('that may hurt waits for its own door, whichever programme needs it', () => {
      const waiting = ask({ 'guest.regular': true }, ['general'], both);
      expect(waiting.nextQuestion).toBeUndefined();
      expect(idsOf(waiting)).toEqual(['brings', 'sings']);
      expect(questionOf(ask({ 'guest.regular': true }, ['general', 'stage'], both))).toBe('sings');
    });

    it('is none while no door is open', () => {
      expect(ask({}, [], both).nextQuestion).toBeUndefined();
    });
  });

  it('is none once a refusing clause is certain, whatever else was not asked', () => {
    expect(ask({ 'guest.regular': false }, ALL_DOORS).nextQuestion).toBeUndefined();
  });

  it('prefers the easy question when two settle equally much', () => {
    const rule = all(
      tea('C1', 'guest.sings', { op: 'oneOf', values: [true] }),
      tea('C2', 'guest.regular', { op: 'oneOf', values: [true] }),
    );
    const questions: readonly Question[] = [
      { id: 'sings', title: 'sings?', facts: ['guest.sings'], door: 'general', burden: 4 },
      { id: 'regular', title: 'regular?', facts: ['guest.regular'], door: 'general', burden: 1 },
    ];
    const easy = createEngine({ ...teaVocabulary, questions }, [teaProgramme(rule)], 'test');
    expect(questionOf(ask({}, undefined, easy))).toBe('regular');
  });

  it('keeps the order of the vocabulary where all else is equal', () => {
    const rule = any(
      tea('C1', 'guest.sings', { op: 'oneOf', values: [true] }),
      tea('C2', 'guest.regular', { op: 'oneOf', values: [true] }),
    );
    const questions: readonly Question[] = ['guest.regular', 'guest.sings'].map((fact) => ({
      id: fact,
      title: fact,
      facts: [fact],
      door: 'general',
      burden: 2,
    }));
    const plain = { ...teaProgramme(rule), versions: [{ from: '2020-01-01', rule } as const] };
    expect(questionOf(ask({}, undefined, createEngine({ ...teaVocabulary, questions }, [plain], 'test')))).toBe(
      'guest.regular',
    );
  });

  it('asks whether a number applies before how large it is', () => {
    const gated: Vocabulary = {
      ...teaVocabulary,
      derived: {
        toPay: {
          label: 'to pay',
          unit: 'count',
          is: {
            kind: 'cases',
            of: [
              {
                when: tea('T', 'guest.sings', { op: 'oneOf', values: [true] }),
                is: { kind: 'fact', fact: 'guest.cups' },
              },
            ],
            otherwise: { kind: 'amount', of: 0 },
          },
        },
      },
      questions: [
        { id: 'cups', title: 'cups?', facts: ['guest.cups'], door: 'general', burden: 1 },
        { id: 'sings', title: 'sings?', facts: ['guest.sings'], door: 'general', burden: 5 },
      ],
    };
    const rule = tea('C1', 'toPay', { op: 'below', limit: 2 });
    const engineOfGate = createEngine(gated, [teaProgramme(rule)], 'test');
    expect(questionOf(ask({}, undefined, engineOfGate))).toBe('sings');
    expect(questionOf(ask({ 'guest.sings': true }, undefined, engineOfGate))).toBe('cups');
    expect(ask({ 'guest.sings': false }, undefined, engineOfGate).nextQuestion).toBeUndefined();
  });

  it('does not ask what a threshold nobody published would need', () => {
    const rule = tea('C1', 'guest.spend', { op: 'below', limit: { standard: 'rain-line' } });
    const unknown = { ...teaProgramme(rule), versions: [{ from: '2020-01-01', rule } as const] };
    const { nextQuestion, verdicts } = ask({}, ALL_DOORS, createEngine(teaVocabulary, [unknown], 'test'));
    expect(nextQuestion).toBeUndefined();
    expect(verdicts[0]).toMatchObject({ verdict: 'needs-review', missing: [], review: ['guest.spend'] });
    expect(verdicts[0]?.clauses[0]).not.toHaveProperty('threshold');
  });

  it('never comes twice, and stops when everything is answered or 不清楚', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (choices) => {
        const facts: Record<string, FactValues[string]> = {};
        const asked: string[] = [];
        for (;;) {
          const { nextQuestion } = ask(facts, ALL_DOORS);
          if (!nextQuestion) break;
          asked.push(nextQuestion.id);
          for (const fact of nextQuestion.facts) facts[fact] = anyAnswer(fact, choices.next().value);
        }
        expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });

  it('always has an answer that changes something a resident reads', () => {
    const facts = fc.record(
      Object.fromEntries(
        Object.keys(teaVocabulary.facts).map((fact) => [fact, fc.nat().map((n) => anyAnswer(fact, n))]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(facts, (known) => {
        const before = ask(known, ALL_DOORS);
        const [fact] = before.nextQuestion?.facts ?? [];
        if (fact === undefined) return;
        expect(known[fact]).toBeUndefined();
        const definition = teaVocabulary.facts[fact];
        const answers = definition ? domainOf(definition) : [];
        const read = ({ verdicts }: Assessment) =>
          verdicts.map(({ verdict, amount, missing, clauses }) => [
            verdict,
            amount,
            missing,
            clauses.map(({ outcome }) => outcome),
          ]);
        const after = answers.map((value) => JSON.stringify(read(ask({ ...known, [fact]: value }, ALL_DOORS))));
        expect(after.some((text) => text !== JSON.stringify(read(before)))).toBe(true);
      }),
    );
  });
});

function anyAnswer(fact: string, pick: number): FactValues[string] {
  const definition = teaVocabulary.facts[fact];
  const values = definition ? domainOf(definition) : [];
  return pick % 5 === 4 ? null : values[pick % values.length];
}

import fc from 'fast-check';
import { engine, programmes, vocabulary } from '../catalogue';
import { all, any, type Condition, type Leaf, not } from '../eligibility/condition';
import { versionOn } from '../eligibility/programme-of-day';
import type { FactValue } from '../facts/fact';
import { drawHouseholds } from '../facts/fixtures/drawn-households';
import { standardRows } from '../standards/standards';
import { factsRead } from './facts-read';

const source = { document: '茶馆规约', row: '0', confidence: 'derived' } as const;
const says = (fact: string, value: string | boolean = true): Leaf => ({
  kind: 'leaf',
  id: fact,
  text: fact,
  source,
  fact,
  test: { op: 'oneOf', values: [value] },
});
const spoons: Leaf = { kind: 'leaf', id: 's', text: 's', source, fact: 'spoons', test: { op: 'atMost', limit: 3 } };

const words = {
  facts: {},
  questions: [],
  doors: [],
  derived: {
    spoons: {
      label: '勺',
      unit: 'count',
      is: {
        kind: 'cases',
        of: [{ when: says('ownsSpoons'), is: { kind: 'fact', fact: 'silverSpoons' } }],
        otherwise: { kind: 'fact', fact: 'borrowedSpoons' },
      },
    },
  },
} as const;

function read(rule: Condition, facts: Record<string, string | boolean | null> = {}) {
  return [...factsRead({ rule }, facts, words).all].sort();
}

describe('what a rule still reads', () => {
  const rule = all(says('drinksTea'), any(says('local'), all(says('guest'), says('invited'))));

  it('is everything while nothing is answered, or nothing is clear', () => {
    expect(read(rule)).toEqual(['drinksTea', 'guest', 'invited', 'local']);
    expect(read(rule, { local: null, guest: null })).toEqual(['drinksTea', 'guest', 'invited', 'local']);
  });

  it('leaves out the other ways once one is open', () => {
    expect(read(rule, { local: true })).toEqual(['drinksTea', 'local']);
  });

  it('leaves out the rest of a way that an answer closed, and keeps that answer', () => {
    expect(read(rule, { local: false, guest: false })).toEqual(['drinksTea', 'guest', 'local']);
  });

  it('keeps what everybody must meet, also where another requirement fails', () => {
    expect(read(rule, { drinksTea: false })).toEqual(['drinksTea', 'guest', 'invited', 'local']);
    expect(read(all(not(says('banned')), says('local')), { banned: true })).toEqual(['banned', 'local']);
  });

  it('follows a number to the case that holds', () => {
    expect(read(spoons)).toEqual(['borrowedSpoons', 'ownsSpoons', 'silverSpoons']);
    expect(read(spoons, { ownsSpoons: true })).toEqual(['ownsSpoons', 'silverSpoons']);
    expect(read(spoons, { ownsSpoons: false })).toEqual(['borrowedSpoons', 'ownsSpoons']);
  });

  it('tells what decides from what only sets the sum', () => {
    const amount = { text: '', per: 'once', is: { kind: 'fact', fact: 'cups' }, when: says('thirsty') } as const;
    const found = factsRead({ rule: says('local'), amount }, {}, words);
    expect([[...found.decisive], [...found.all]]).toEqual([['local'], ['local', 'thirsty', 'cups']]);
  });
});

describe('what the rules of the catalogue read', () => {
  const asOf = '2026-11-25';
  const drawn = drawHouseholds({ programmes, vocabulary, standards: standardRows, asOf }, 160, 7);
  const names = Object.keys(vocabulary.facts);

  it('is never less than what the engine says is missing, whoever is asked and whatever is left open', () => {
    fc.assert(
      fc.property(fc.constantFrom(...drawn), fc.subarray(names), fc.subarray(names), (household, open, unclear) => {
        const facts: Record<string, FactValue | null | undefined> = { ...household.facts };
        for (const name of unclear) if (facts[name] !== undefined) facts[name] = null;
        for (const name of open) delete facts[name];
        const verdicts = engine.verdicts(facts, { asOf, standards: standardRows });
        const unread = programmes.flatMap((programme, index) => {
          const version = versionOn(programme, asOf);
          const known = version && factsRead(version, facts, vocabulary).all;
          return (verdicts[index]?.missing ?? []).filter((fact) => !known?.has(fact));
        });
        expect(unread).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

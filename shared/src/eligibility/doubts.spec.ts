import fc from 'fast-check';
import type { FactValues } from '../facts/fact';
import { all, type Condition, not } from './condition';
import { createDoubter } from './doubts';
import { completions, domainOf } from './fixtures/brute-force';
import { tea, teaVocabulary } from './fixtures/tea-house-grant';

const sings = tea('D', 'guest.sings', { op: 'oneOf', values: [true] });
const manyCups = tea('D', 'guest.cups', { op: 'above', limit: 3 });
const dear = tea('D', 'guest.spendPerCup', { op: 'above', limit: 2 });
const FACTS = ['guest.regular', 'guest.cups', 'guest.spend', 'guest.brings', 'guest.sings'];

const raisedBy = (when: Condition) => createDoubter(teaVocabulary, [{ id: 'odd', when, text: '?' }]);

describe('a doubt', () => {
  it('is raised by answers that contradict each other, and names what it is about', () => {
    const ask = raisedBy(all(sings, manyCups));
    expect(ask({ 'guest.sings': true, 'guest.cups': 4 })).toEqual([
      { id: 'odd', text: '?', facts: ['guest.cups', 'guest.sings'] },
    ]);
    expect(ask({ 'guest.sings': true, 'guest.cups': 3 })).toEqual([]);
  });

  it('names the answers behind a derived number', () => {
    expect(raisedBy(dear)({ 'guest.spend': 8, 'guest.cups': 1, 'guest.regular': false })[0]?.facts).toEqual([
      'guest.regular',
      'guest.cups',
      'guest.spend',
      'guest.brings',
    ]);
  });

  it('is raised only while its answers count, and asks about them alone', () => {
    const given = tea('D', 'guest.regular', { op: 'oneOf', values: [true] });
    const ask = createDoubter(teaVocabulary, [{ id: 'odd', when: all(sings, manyCups), given, text: '?' }]);
    const odd = { 'guest.sings': true, 'guest.cups': 4 };
    expect(ask({ ...odd, 'guest.regular': true })[0]?.facts).toEqual(['guest.cups', 'guest.sings']);
    expect(ask({ ...odd, 'guest.regular': false })).toEqual([]);
    expect(ask(odd)).toEqual([]);
  });

  it('is not raised while an answer is open or unclear', () => {
    const ask = raisedBy(all(sings, manyCups));
    expect(ask({ 'guest.sings': true })).toEqual([]);
    expect(ask({ 'guest.sings': true, 'guest.cups': null })).toEqual([]);
  });

  it('once raised stands, whatever the open answers turn out to be', () => {
    const values = (fact: string) => {
      const definition = teaVocabulary.facts[fact];
      return definition ? [...domainOf(definition), undefined] : [];
    };
    const households = fc.record(Object.fromEntries(FACTS.map((fact) => [fact, fc.constantFrom(...values(fact))])));
    const whens = fc.constantFrom(all(sings, manyCups), dear, not(dear), all(dear, not(sings)));
    fc.assert(
      fc.property(households, whens, (drawn, when) => {
        const facts = Object.fromEntries(
          Object.entries(drawn).filter(([, value]) => value !== undefined),
        ) as FactValues;
        const open = FACTS.filter((fact) => facts[fact] === undefined);
        const ask = raisedBy(when);
        if (ask(facts).length === 0) return;
        for (const full of completions(teaVocabulary, facts, open)) expect(ask(full)).toHaveLength(1);
      }),
    );
  });
});

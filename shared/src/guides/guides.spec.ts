import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guides, programmes } from '../catalogue';
import { doors } from '../facts/doors';
import { recordHas } from '../kernel/fixtures/policy-record';
import { farewellWordProblems, plainWordProblems } from '../plain-words/plain-words';
import type { Guide } from './guide';

const POLICY_FACTS = readFileSync(join(__dirname, '../../../docs/policy-facts.md'), 'utf8');
/** Those of policy-facts, and the three everybody knows. */
const KNOWN_NUMBERS = ['12345', '12348', '96456', '110', '119', '120'];
const NAMES = programmes.flatMap(({ title, formalName }) => [title, formalName]);
const SENSITIVE = doors.filter(({ sensitive }) => sensitive).map(({ code }): string => code);
const MAY_NOT_BE_MISSING = [
  'medical-assistance',
  'heating-assistance',
  'legal-aid',
  'judicial-relief',
  'price-subsidy',
  'wandering-rescue',
];

/** Everything a resident reads of it. */
function textsOf({ title, formalName, summary, words, lines, unknown, ask }: Guide): readonly string[] {
  return [title, formalName, summary, ...words, ...lines, unknown, ask.who];
}

/** Three digits or more that stand for themselves: not a year, not a sum, not a number of households. */
function numbersToCall(text: string): readonly string[] {
  const figures = /\d{4}-\d\d-\d\d|〔\d+〕\d+号|\d[\d.]*\s?(年|元|多?户|个|万|人|%|日)/g;
  return text.replace(figures, '').match(/\d{3,}/g) ?? [];
}

describe('the guides', () => {
  it('explain what no programme decides: 医疗救助, 取暖, 法律, 司法, 物价, 流浪', () => {
    expect(guides.map(({ code }) => code)).toEqual(expect.arrayContaining(MAY_NOT_BE_MISSING));
  });

  it('have codes of their own, none of them a programme’s', () => {
    const codes = [...guides, ...programmes].map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(guides.filter(({ code }) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
  });

  it('stand with the sensitive ones last', () => {
    const sensitive = guides.map(({ door }) => SENSITIVE.includes(door));
    expect(sensitive).toEqual([...sensitive].sort());
  });

  it('would be caught giving a number nobody has sourced', () => {
    expect(numbersToCall('2024 年 6560 户，每户 400 元，津民规〔2025〕6号，2022-01-20，3.5%')).toEqual([]);
    expect(numbersToCall('打 022-23456789 或 84890890 问')).toEqual(['022', '23456789', '84890890']);
  });
});

describe.each(guides.map((guide) => [guide.code, guide] as const))('%s', (_, guide) => {
  it('rests on rows that docs/policy-facts.md has', () => {
    expect(guide.sources.length).toBeGreaterThan(0);
    expect(guide.sources.filter(({ row }) => !recordHas(POLICY_FACTS, row))).toEqual([]);
  });

  it('gives no phone number but the sourced ones', () => {
    const called = textsOf(guide).flatMap(numbersToCall);
    expect(called.filter((number) => !KNOWN_NUMBERS.includes(number))).toEqual([]);
  });

  it('says in three to six short lines what it is, and plainly what is not known', () => {
    expect(guide.lines.length).toBeGreaterThanOrEqual(3);
    expect(guide.lines.length).toBeLessThanOrEqual(6);
    for (const line of [...guide.lines, guide.summary]) expect([line, [...line].length <= 50]).toEqual([line, true]);
    expect(guide.unknown).toContain('待核定');
  });

  it('speaks plain Chinese, and at a farewell without cheer or pressure', () => {
    const problems = guide.door === 'farewell' ? farewellWordProblems : plainWordProblems;
    const texts = textsOf(guide);
    expect(texts.filter((text) => text === '' || text.trim() !== text)).toEqual([]);
    expect(texts.flatMap((text) => problems(text, NAMES))).toEqual([]);
  });

  it('has words to be found by, each once, and leads to programmes that exist', () => {
    expect(guide.words.length).toBeGreaterThanOrEqual(5);
    expect(new Set(guide.words).size).toBe(guide.words.length);
    const known = programmes.map(({ code }) => code);
    expect(guide.related.filter((code) => !known.includes(code))).toEqual([]);
  });
});

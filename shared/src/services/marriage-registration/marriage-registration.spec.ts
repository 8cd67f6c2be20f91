import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '../../catalogue';
import { recordHas } from '../../kernel/fixtures/policy-record';
import { districts } from '../../places/places';
import { plainWordProblems } from '../../plain-words/plain-words';
import { MARRIAGE_AGE, marriageAgeSource, mayMarryOn } from './ages';
import { bringOf } from './bring';
import { divorceDaysSource } from './divorce-days';
import { marriageGuide, OTHER_OFFICE } from './guide';
import { hotNameOf } from './hot-days';
import { MARRIAGE_KINDS } from './kinds';
import { marriageRegistration } from './service';
import { marriageSites } from './sites';

const POLICY_FACTS = readFileSync(join(__dirname, '../../../../docs/policy-facts.md'), 'utf8');

describe('the service', () => {
  it('is in the catalogue with exactly its kinds, the happy one alone in the theme of its own', () => {
    expect(services).toContain(marriageRegistration);
    expect(marriageRegistration.kinds.map(({ code }) => code)).toEqual([...MARRIAGE_KINDS]);
    expect(marriageRegistration.kinds.filter(({ plain }) => !plain).map(({ code }) => code)).toEqual(['marriage']);
  });

  it('speaks plainly wherever it is read: names of sites, what to bring, the guide', () => {
    const read = [
      ...marriageSites.flatMap(({ name, districtName }) => [name, districtName ?? '']),
      ...Object.values(bringOf).flat(),
      ...marriageGuide.flatMap(({ title, lines }) => [title, ...lines.map(({ text }) => text)]),
      OTHER_OFFICE.title,
      OTHER_OFFICE.text,
    ];
    expect(read.flatMap((text) => plainWordProblems(text).map((problem) => `${problem} (${text})`))).toEqual([]);
  });

  it('cites a row on record for every line of the guide and for its figures', () => {
    const cited = [...marriageGuide.flatMap(({ lines }) => lines.map(({ source }) => source))];
    const rows = [...cited, marriageAgeSource, divorceDaysSource].map(({ row }) => row);
    expect(rows.filter((row) => !recordHas(POLICY_FACTS, row))).toEqual([]);
  });

  it('asks nobody for a hukou book, and says of photos only that nobody has published what is wanted', () => {
    const told = [...Object.values(bringOf).flat(), ...marriageGuide.flatMap(({ lines }) => lines.map((l) => l.text))];
    expect(told.filter((text) => /户口[簿本]/.test(text) && !text.includes('用不着'))).toEqual([]);
    expect(told.filter((text) => text.includes('照片') && !text.includes('待核定'))).toEqual([]);
  });
});

describe('the sites', () => {
  it('are one registry a district and six themed ones, each with a code of its own', () => {
    const registries = marriageSites.filter(({ sort }) => sort === 'registry');
    expect(registries.map(({ district }) => district)).toEqual(districts.map(({ code }) => code));
    expect(marriageSites.filter(({ sort }) => sort === 'themed')).toHaveLength(6);
    expect(new Set(marriageSites.map(({ id }) => id)).size).toBe(22);
  });

  it('marry everywhere, and do nothing else at a themed one', () => {
    expect(marriageSites.filter(({ kinds }) => !kinds.includes('marriage'))).toEqual([]);
    for (const { sort, kinds } of marriageSites) expect(kinds.length).toBe(sort === 'themed' ? 1 : 5);
  });

  it('say nothing no source gives: no address, phone or hours anywhere, no district for 1946', () => {
    const invented = ['address', 'phone', 'hours', 'gettingThere', 'stepFree', 'rainPlan'] as const;
    expect(marriageSites.filter((site) => invented.some((field) => site[field] !== undefined))).toEqual([]);
    expect(marriageSites.find(({ id }) => id === 'creative-park-1946')).toEqual({
      id: 'creative-park-1946',
      name: '1946创意产业园',
      sort: 'themed',
      kinds: ['marriage'],
    });
  });
});

describe('the age to marry', () => {
  it.each([
    ['male', '2004-11-26', '2026-11-26', true],
    ['male', '2004-11-27', '2026-11-26', false],
    ['female', '2006-11-26', '2026-11-26', true],
    ['female', '2006-11-27', '2026-11-26', false],
    ['female', '2006-11-27', '2026-11-27', true],
    ['male', '2004-02-29', '2026-02-28', false],
    ['male', '2004-02-29', '2026-03-01', true],
  ] as const)('of a %s born %s is reached on %s: %p', (sex, birth, day, old) => {
    expect(mayMarryOn(day, { birth, sex })).toBe(old);
  });

  it('is the one of the civil code', () => {
    expect(MARRIAGE_AGE).toEqual({ male: 22, female: 20 });
  });
});

describe('a day many want', () => {
  it.each([
    ['2026-02-14', { month: 12, day: 27 }, '情人节'],
    ['2026-05-20', { month: 4, day: 4 }, '5·20'],
    ['2026-08-19', { month: 7, day: 7 }, '七夕'],
    ['2025-08-29', { month: 7, day: 7 }, '七夕'],
    ['2026-08-20', { month: 7, day: 8 }, undefined],
    ['2044-08-29', { month: -7, day: 7 }, undefined],
  ] as const)('%s is %p', (day, lunar, name) => {
    expect(hotNameOf(day, lunar)).toBe(name);
  });
});

import { programmes as catalogue, vocabulary } from '../catalogue';
import { filedForTheDead, goingOutside, HUKOU_HERE, HUKOU_OUTSIDE, hukouOf, officeStreetOf } from './hukou';

const of = (...codes: readonly string[]) => catalogue.filter(({ code }) => codes.includes(code));
const LIVING = 'minimum-living-allowance';
const CARE = 'disability-care-subsidy';
const ORPHAN = 'orphan-living-allowance';
const outside = (values: Parameters<typeof hukouOf>[0], ...codes: readonly string[]) =>
  goingOutside(of(...codes), values).map(({ code }) => code);

describe('where the hukou is', () => {
  it('is what was answered, and unknown while nothing was', () => {
    expect(hukouOf({}, of(CARE, ORPHAN))).toEqual({ place: 'unknown' });
    expect(hukouOf({ 'applicant.hukouStreet': HUKOU_HERE })).toEqual({ place: 'here' });
    expect(hukouOf({ 'applicant.hukouStreet': HUKOU_OUTSIDE })).toEqual({ place: 'elsewhere' });
    expect(hukouOf({ 'applicant.hukouStreet': '120104001' })).toEqual({ place: 'elsewhere', street: '120104001' });
  });

  it.each([
    ['the disabled person’s own', CARE, 'disabledPerson.hukouInTianjin', false],
    ['nobody’s here, with a permit', CARE, 'household.hukou', 'residence-permit'],
    ['nobody’s here, without one', CARE, 'household.hukou', 'none'],
    ['the child’s', ORPHAN, 'child.hukouOutsideTianjin', true],
  ] as const)('is read from %s, for the programmes that ask for it alone', (_whose, programme, fact, answer) => {
    const values = { [`fact:${fact}`]: answer };
    expect(hukouOf(values, of(programme))).toEqual({ place: 'elsewhere' });
    expect(hukouOf(values, of(LIVING))).toEqual({ place: 'unknown' });
    expect(hukouOf({ [`fact:${fact}`]: null }, of(programme))).toEqual({ place: 'unknown' });
  });

  it('as it was said in so many words goes before what follows from an answer', () => {
    const values = { 'applicant.hukouStreet': HUKOU_HERE, 'fact:child.hukouOutsideTianjin': true };
    expect(hukouOf(values, of(ORPHAN))).toEqual({ place: 'here' });
  });
});

describe('a claim after a death', () => {
  const [FUNERAL, REWARD, HOME, THEIRS] = ['funeral-subsidy', 'eco-burial-reward', '120111001', '120119001'];
  const filedWith = (told: string | undefined, ...codes: readonly string[]) =>
    officeStreetOf(of(...codes), { 'applicant.street': HOME, 'deceased.hukouStreet': told });

  it('is filed at the street of the hukou of who died, and not where the family lives (B.4)', () => {
    expect(filedWith(THEIRS, FUNERAL)).toBe(THEIRS);
    expect(filedWith(THEIRS, FUNERAL, REWARD)).toBe(THEIRS);
    for (const told of [undefined, '', HUKOU_HERE, HUKOU_OUTSIDE]) expect(filedWith(told, FUNERAL)).toBe(HOME);
  });

  it('takes nothing else along: that goes where the family lives', () => {
    for (const code of [LIVING, CARE, ORPHAN, REWARD]) expect(filedWith(THEIRS, code)).toBe(HOME);
    expect(
      filedForTheDead(of(LIVING, FUNERAL, REWARD))
        .map(({ code }) => code)
        .sort(),
    ).toEqual([REWARD, FUNERAL]);
  });
});

describe('what goes on to another province', () => {
  it('is only what any street takes, and only from people whose hukou is outside Tianjin', () => {
    const away = { 'applicant.hukouStreet': HUKOU_OUTSIDE };
    expect(outside(away, LIVING, CARE, ORPHAN, 'special-hardship-support')).toEqual(
      expect.arrayContaining([CARE, ORPHAN]),
    );
    expect(outside(away, LIVING, 'special-hardship-support')).toEqual([]);
    expect(outside({ 'applicant.hukouStreet': '120104001' }, CARE)).toEqual([]);
    expect(outside({}, CARE)).toEqual([]);
  });

  it('is told by facts the vocabulary knows, with values they can have', () => {
    const tests = catalogue.flatMap(({ acrossProvinces }) => acrossProvinces?.outsideIf ?? []);
    expect(tests.length).toBeGreaterThan(0);
    for (const { fact, is } of tests) {
      const definition = vocabulary.facts[fact];
      if (definition?.type === 'choice') {
        const options = definition.options.map(({ value }) => value);
        expect(options).toEqual(expect.arrayContaining([...is]));
      } else expect([definition?.type, is.every((value) => typeof value === 'boolean')]).toEqual(['boolean', true]);
    }
  });
});

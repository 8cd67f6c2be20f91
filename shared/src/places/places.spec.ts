import { districts } from './places';

const units = districts.flatMap((district) => district.units);

describe('districts, streets and towns', () => {
  it('are sixteen districts with 252 units', () => {
    expect(districts).toHaveLength(16);
    expect(units).toHaveLength(252);
  });

  it('are 124 streets, 125 towns and 3 townships, each by its name', () => {
    const count = (kind: string) => units.filter((unit) => unit.kind === kind).length;
    expect([count('subdistrict'), count('town'), count('township')]).toEqual([124, 125, 3]);
    const ending = { subdistrict: '街道', town: '镇', township: '乡' } as const;
    expect(units.filter(({ kind, name }) => !name.endsWith(ending[kind]))).toEqual([]);
  });

  it('have a code of their own each, nine digits that begin with the district’s six', () => {
    expect(new Set([...districts, ...units].map(({ code }) => code)).size).toBe(16 + 252);
    for (const district of districts) {
      expect(district.code).toMatch(/^1201\d{2}$/);
      for (const unit of district.units) expect(unit.code).toMatch(new RegExp(`^${district.code}\\d{3}$`));
    }
  });

  it('tell two streets of one name apart by district', () => {
    const seaside = districts.filter(({ units }) => units.some(({ name }) => name === '海滨街道'));
    expect(seaside.map(({ name }) => name)).toEqual(['宝坻区', '滨海新区']);
  });
});

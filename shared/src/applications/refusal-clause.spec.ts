import { programmes } from '../catalogue';
import { leavesIn } from '../eligibility/clause-problems';
import type { CivilDate } from '../kernel/civil-date';
import { clauseMeant, type Ground } from './refusal-clause';

const LIVING = 'minimum-living-allowance';
const TODAY = '2026-11-25';

function meant(code: string, ground: Ground | string, on: CivilDate = TODAY) {
  const programme = programmes.find((each) => each.code === code);
  if (!programme) throw new Error(code);
  return clauseMeant(programme, typeof ground === 'string' ? { text: ground } : ground, on)?.id;
}

describe('the clause a bureau means', () => {
  it.each([
    '家里人均月收入低于低保标准',
    ' 家里人均月收入，低于低保标准。 ',
    '家里人均\n月收入低于低保标准',
    '经查，不满足“家里人均月收入低于低保标准”这一条',
  ])('%j is known by its words', (words) => {
    expect(meant(LIVING, words)).toBe('C5');
  });

  it.each(['家里人均月收入低于低保边缘标准', '人均收入高于标准', '低保标准', 'C5', ''])(
    '%j is nobody’s but the bureau’s',
    (words) => {
      expect(meant(LIVING, words)).toBeUndefined();
    },
  );

  it('is known by its number, whatever the words; a number nobody gave out leaves the words', () => {
    expect(meant(LIVING, { text: '人均收入高于标准', id: 'C5' })).toBe('C5');
    expect(meant(LIVING, { text: '家里人均月收入低于低保标准', id: 'C99' })).toBe('C5');
    expect(meant(LIVING, { text: '人均收入高于标准', id: 'C99' })).toBeUndefined();
  });

  it('is none where the words fit several, and the longer one where one stands inside the other', () => {
    expect(meant(LIVING, '家里人均月收入低于低保标准；房子、车这些财产由街道核定')).toBeUndefined();
    expect(meant('single-person-minimum-living-allowance', '单独看：家里有残疾人')).toBe('C21');
    expect(meant('single-person-minimum-living-allowance', '家里有残疾人')).toBe('C8');
  });

  it('is looked for in the rule of that day', () => {
    expect(meant(LIVING, '名下没有汽车', '2022-12-01')).toBe('C7');
    expect(meant(LIVING, '名下没有汽车')).toBeUndefined();
    expect(meant(LIVING, { text: '名下没有汽车', id: 'C7' })).toBeUndefined();
  });

  it('is found by its own words and by its number, for every clause of every programme', () => {
    for (const { code, versions } of programmes) {
      const { rule } = versions.at(-1) ?? { rule: { kind: 'all', of: [] } as const };
      for (const { leaf } of leavesIn(rule)) {
        expect(meant(code, { text: '其他', id: leaf.id })).toBe(leaf.id);
        expect([leaf.id, undefined]).toContain(meant(code, leaf.text));
      }
    }
  });
});

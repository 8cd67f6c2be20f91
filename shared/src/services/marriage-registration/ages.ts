import type { CivilDate } from '../../kernel/civil-date';
import { ageOn } from '../../kernel/id-number';
import type { Source } from '../../kernel/source';

/** 民法典 第一千零四十七条 (policy-facts C.1). */
export const MARRIAGE_AGE = { male: 22, female: 20 } as const;

export const marriageAgeSource: Source = {
  document: '《中华人民共和国民法典》',
  article: '第一千零四十七条',
  effective: '2021-01-01',
  row: 'J15',
  confidence: 'third-party-copy',
};

/** Old enough on the day of registration, which is what counts (J15), not on the day of booking. */
export function mayMarryOn(day: CivilDate, { birth, sex }: { birth: CivilDate; sex: 'male' | 'female' }): boolean {
  return ageOn(day, birth) >= MARRIAGE_AGE[sex];
}

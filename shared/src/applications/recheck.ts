import type { CivilDate } from '../kernel/civil-date';
import type { Source } from '../kernel/source';

/** How often a household that is paid is looked at again. */
export type RecheckEvery = 'year' | 'half-year';

/** How often, in words. */
export const moneyClockWords = {
  year: '情况稳定的，一年看一次',
  'half-year': '收入常变、家里有人能干活的，半年看一次',
} as const;

const NATIONAL: Source = {
  document: '《最低生活保障审核确认办法》（民发〔2021〕57号）',
  article: '第三十一条',
  effective: '2021-07-01',
  row: 'A.10',
  confidence: 'third-party-copy',
};

/** 渐退: paid on after somebody found work, in principle for six months at most; what Tianjin does is 待核定 (A.10). */
export const TAPERING: { readonly mostMonths: number; readonly source: Source } = {
  mostMonths: 6,
  source: {
    document: '民政部等困难群众基本生活兜底保障通知（2022-10-20）',
    effective: '2022-10-20',
    row: 'A.10',
    confidence: 'third-party-copy',
  },
};

/** After somebody of the household died, the office looks again within three months (A.10). */
export const AFTER_A_DEATH: { readonly months: number; readonly source: Source } = {
  months: 3,
  source: TAPERING.source,
};

/** The programmes that article speaks of: what is paid by another rule has no published time. */
const LIVING: readonly string[] = ['minimum-living-allowance', 'single-person-minimum-living-allowance'];

/** The next look again: the day is the office's word, a fact and never expected; how often is the law's, where it has one. */
export interface RecheckView {
  readonly on: CivilDate;
  readonly overdue: boolean;
  readonly often?: { readonly clock: string; readonly source: Source };
}

export function recheckView(
  programme: string,
  { on, every }: { readonly on: CivilDate; readonly every?: RecheckEvery },
  today: CivilDate,
): RecheckView {
  const lawful = LIVING.includes(programme) && every !== undefined;
  return {
    on,
    overdue: today > on,
    ...(lawful && { often: { clock: moneyClockWords[every], source: NATIONAL } }),
  };
}

/** How many months from the first to the last, both counted. */
export function monthsBetween(from: CivilDate, until: CivilDate): number {
  const [year = 0, month = 0] = from.split('-').map(Number);
  const [lastYear = 0, lastMonth = 0] = until.split('-').map(Number);
  return (lastYear - year) * 12 + lastMonth - month + 1;
}

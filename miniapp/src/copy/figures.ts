import type { StandardUnit } from '@jinmen/shared/standards/standard';

/** How a figure is said with what it counts; \u00a0 keeps the two on one line. */
export const figureWords = {
  yuan: (figure: string) => `${figure}\u00a0元`,
  percent: (figure: string) => `${figure}%`,
  standard: {
    'fen-per-person-month': (sum: string) => `每人每月 ${sum}`,
    'fen-per-household-month': (sum: string) => `每户每月 ${sum}`,
    'fen-per-person-year': (sum: string) => `每人每年 ${sum}`,
    'fen-per-meal': (sum: string) => `每餐 ${sum}`,
    'fen-once': (sum: string) => `一次性 ${sum}`,
    years: (figure: string) => `${figure}\u00a0岁`,
    permille: (figure: string) => `${figure}\u00a0倍`,
    months: (figure: string) => `${figure}\u00a0个月`,
  } satisfies Record<Exclude<StandardUnit, 'flag'>, (figure: string) => string>,
  flag: { yes: '是', no: '否' },
} as const;

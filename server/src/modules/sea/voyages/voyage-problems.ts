import { Problem } from '../../../platform/http/problem';

/** What staff read when a voyage cannot be changed so. */
export const voyageProblems = {
  times: () => new Problem(400, 'voyage.times', '时间对不上：集合在开船之前，开船在返航之前，停止选择在开放之后。'),
  tooManyDays: (most: number) => new Problem(400, 'voyages.too-many-days', `一次最多看 ${most} 天，请把日子选近一点。`),
  already: () => new Problem(409, 'voyage.already', '这个时间这条船已经有一班了。'),
  hasFamilies: () =>
    new Problem(409, 'voyage.has-families', '已经有家庭在这一班，集合地点和时间表都告诉过他们了。要改，请先停这一班。'),
  belowTaken: () => new Problem(409, 'voyage.below-taken', '已经安排的比这个数多，不能改成这么少。'),
  notNow: () => new Problem(409, 'voyage.not-now', '这一班现在不能这样改。请刷新看看最新的情况。'),
} as const;

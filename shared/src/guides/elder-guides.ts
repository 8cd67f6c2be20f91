import { yearEnd2024 } from './documents';
import type { Guide } from './guide';

export const elderGuides: readonly Guide[] = [
  {
    code: 'home-adaptation',
    title: '适老化改造',
    formalName: '老年人家庭适老化改造',
    summary: '把老人家里改得好走、好用，少摔跤。',
    door: 'elder',
    words: ['老人摔倒', '扶手', '防滑', '卫生间', '轮椅', '家里改造', '养老改造'],
    lines: [
      '把老人住的屋子改一改，走动、上厕所都稳当些。',
      '2024\u00a0年全市改了 1500 多户。',
      '今年还报不报、改哪些地方，先问老人住的街道。',
    ],
    unknown: '哪些家能改、自己出多少钱：待核定。',
    ask: { who: '老人住的街道或社区', phone: '12345' },
    related: [],
    sources: [yearEnd2024('B.2')],
  },
];

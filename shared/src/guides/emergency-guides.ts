import { autumn2024, hebeiPlan, yearEnd2024 } from './documents';
import type { Guide } from './guide';

export const emergencyGuides: readonly Guide[] = [
  {
    code: 'wandering-rescue',
    title: '没地方落脚的救助',
    formalName: '生活无着的流浪乞讨人员救助',
    summary: '在外面没吃没住、回不了家，救助管理站会帮。',
    door: 'emergency',
    words: [
      '没地方住',
      '没吃没住',
      '流浪',
      '乞讨',
      '睡在外面',
      '回不了家',
      '没路费',
      '走失',
      '找家人',
      '寻亲',
      '救助站',
    ],
    lines: [
      '本市有救助管理站，市里、滨海新区、和平区都有。',
      '救助站帮着找家人，身体能走的，尽快送回家。',
      '天特别冷、特别热的时候，会有人上街找需要帮的人。',
      '看见别人睡在外面，也可以打 12345，说他在哪儿。',
      '病了、伤了先打 120，有危险先打 110。',
    ],
    unknown: '救助站的电话和地址：待核定，先打 12345 问。',
    ask: { who: '打电话时，说清楚人在哪儿', phone: '12345' },
    related: ['temporary-assistance'],
    sources: [hebeiPlan('A.2'), autumn2024('G2'), yearEnd2024('G2')],
  },
];

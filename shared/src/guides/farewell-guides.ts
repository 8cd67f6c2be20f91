import { yearEnd2024 } from './documents';
import type { Guide } from './guide';

export const farewellGuides: readonly Guide[] = [
  {
    code: 'farewell-line',
    title: '送别亲人，先打 96456',
    formalName: '“送亲人、找民政”服务专线',
    summary: '亲人去世了，下一步做什么，打电话有人告诉您。',
    door: 'farewell',
    words: ['去世', '后事', '火化', '殡仪馆', '死亡证明', '骨灰', '守灵', '撒海', '送别'],
    lines: [
      '96456 一天 24 小时有人接，打这个电话不收钱。',
      '先做什么、去哪里、带什么，都可以问。',
      '接运、告别、火化、安放骨灰的事，也都可以问。',
      '别的可以慢慢来，今天不用都定下来。',
    ],
    unknown: '上门守灵的价钱和怎么约：待核定，打电话时一起问。',
    ask: { who: '白天夜里都可以打，慢慢说', phone: '96456' },
    related: ['funeral-subsidy', 'eco-burial-reward'],
    sources: [yearEnd2024('D.2'), { document: '天津民政 2024-12-27 公布', row: 'D.2', confidence: 'third-party-copy' }],
  },
];

import { autumn2024, hebeiPlan } from './documents';
import type { Guide } from './guide';

export const childGuides: readonly Guide[] = [
  {
    code: 'child-protection',
    title: '孩子需要人护着',
    formalName: '困境儿童关爱和未成年人救助保护',
    summary: '孩子没人管、受了委屈，谁看见都可以说一声。',
    door: 'child',
    words: ['孩子没人管', '打孩子', '受欺负', '虐待', '留守儿童', '困境儿童', '流动儿童', '儿童主任'],
    lines: [
      '孩子眼下有危险，先打 110。',
      '街道有儿童督导员，居委会有儿童主任，可以直接找他们说。',
      '全市有 17 个未成年人救助保护中心（2025\u00a0年\u00a012\u00a0月）。',
      '不是自己家的孩子，看见了也可以说。',
    ],
    unknown: '这些中心的电话和地址：待核定，先打 12345 问。',
    ask: { who: '居委会的儿童主任；也可以打电话', phone: '12345' },
    related: ['de-facto-unattended-child-allowance'],
    sources: [
      hebeiPlan('G2'),
      { document: '新华网天津发布会报道（2025-12-17）', row: 'G2', confidence: 'third-party-copy' },
    ],
  },
  {
    code: 'orphan-study-and-recovery',
    title: '孤儿上学和看病',
    formalName: '“福彩圆梦”孤儿助学、孤儿医疗康复“明天计划”',
    summary: '孤儿上学、看病、做康复，另外有钱帮。',
    door: 'child',
    words: ['孤儿上学', '孤儿看病', '助学', '康复', '明天计划', '福彩圆梦'],
    lines: ['“福彩圆梦”帮孤儿把书读下去。', '“明天计划”帮孤儿看病、做康复。', '本市还有孤儿医疗救助资金池。'],
    unknown: '给哪些孩子、给多少、怎么递：待核定。',
    ask: { who: '孩子户口所在的街道或乡镇', phone: '12345' },
    related: ['orphan-living-allowance'],
    sources: [autumn2024('G2')],
  },
];

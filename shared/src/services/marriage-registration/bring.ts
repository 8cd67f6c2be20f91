import type { MarriageKind } from './kinds';

/**
 * What to bring, in words. For 结婚 the ID card and a declaration signed at the counter, and no hukou book (条例 2025 第八条,
 * J14); photos and soldiers' papers are in no text at hand (J13).
 */
export const bringOf: Readonly<Record<MarriageKind, readonly string[]>> = {
  marriage: [
    '两个人各自的身份证原件',
    '一份声明在窗口当场签字：自己现在没有爱人，两个人也没有近亲关系',
    '户口本用不着带',
    '照片要求：待核定，可以先打 12345 问',
    '现役军人要带什么：待核定，可以先打 12345 问',
  ],
  replacement: ['身份证原件', '要不要两个人都来、要不要照片：待核定，可以先打 12345 问'],
  'divorce-application': [
    '两个人各自的身份证原件',
    '结婚证',
    '两个人签好的书面离婚协议，写清孩子、财产、债务怎么办',
    '照片要求：待核定，可以先打 12345 问',
  ],
  'divorce-certificate': ['两个人各自的身份证原件', '还要带什么：待核定，可以先问原来那一处登记处，也可以打 12345 问'],
  counselling: ['要带什么：待核定，可以先打 12345 问'],
};

import { documents, type SourcedLine } from './sourced-line';

/** `free`: a source says so; `said`: somebody said so of a time past; `unknown`: nobody has published it. */
export type PriceState = 'free' | 'said' | 'unknown';

export interface PriceLine {
  readonly code: string;
  readonly title: string;
  readonly state: PriceState;
  readonly lines: readonly SourcedLine[];
}

const { yearEnd2024, autumn2024, north2022, first2021, joint2025, regulation2026, unknown, ours } = documents;

/** Of what is charged, free first. A figure stands here only with whoever said it; the rest is 待核定 (J18, J24). */
export const prices: readonly PriceLine[] = [
  {
    code: 'line',
    title: '打 96456',
    state: 'free',
    lines: [{ text: '一天 24 小时，打这个电话不收钱。', source: yearEnd2024('D.2') }],
  },
  {
    code: 'proxy',
    title: '代撒（请工作人员替家人撒海）',
    state: 'free',
    lines: [{ text: '2022\u00a0年\u00a03\u00a0月公布：免费，家里人用不着到场。', source: north2022('D.1') }],
  },
  {
    code: 'here',
    title: '在这里登记、改日子、取消',
    state: 'free',
    lines: [{ text: '哪一步都不收钱，改几次都一样。', source: ours('D.1') }],
  },
  {
    code: 'sea',
    title: '撒海，家人一起上船',
    state: 'said',
    lines: [
      { text: '2021\u00a0年报道：天津户口的，一份骨灰、两位家人免费。', source: first2021('D.1') },
      { text: '2025\u00a0年\u00a03\u00a0月报道：京津冀联合撒海“财政补贴、全程免费”。', source: joint2025('D.1') },
      { text: '今年每一班是不是都这样：待核定，选船以前会先告诉您。', source: unknown('D.1') },
    ],
  },
  {
    code: 'more-relatives',
    title: '更多家人上船，或者户口在外地',
    state: 'unknown',
    lines: [{ text: '收不收、收多少：待核定，可以先打 96456 问。', source: unknown('J18') }],
  },
  {
    code: 'basic',
    title: '接运、存放、告别、火化、骨灰寄存',
    state: 'unknown',
    lines: [
      { text: '各项多少钱：待核定。', source: unknown('D.2') },
      {
        text: '2026\u00a0年\u00a03\u00a0月\u00a030\u00a0日起，收费要有清单，只收清单上写了的。',
        source: regulation2026('D.2'),
      },
      { text: '清单可以当场要来看，看不懂的，打 96456 一项一项问。', source: regulation2026('D.2') },
    ],
  },
  {
    code: 'vigil',
    title: '亲之安（在家守灵）',
    state: 'unknown',
    lines: [
      { text: '有这项服务。', source: autumn2024('D.2') },
      { text: '多少钱、怎么约：待核定，可以打 96456 问。', source: unknown('D.2') },
    ],
  },
];

import type { Source } from '../../kernel/source';

/** One line of the guide, with where it is written. */
export interface GuideLine {
  readonly text: string;
  readonly source: Source;
}

export interface GuidePart {
  readonly code: 'who' | 'bring' | 'steps' | 'not-here' | 'divorce' | 'withdraw' | 'counselling';
  readonly title: string;
  /** Of the plain theme: nothing cheerful beside it. */
  readonly plain: boolean;
  readonly lines: readonly GuideLine[];
}

const code = (article: string): Source => ({
  document: '《中华人民共和国民法典》',
  article,
  effective: '2021-01-01',
  row: 'C.1',
  confidence: 'third-party-copy',
});

const regulation = (article: string): Source => ({
  document: '《婚姻登记条例》（国务院令第804号）',
  article,
  effective: '2025-05-10',
  row: 'C.1',
  confidence: 'third-party-copy',
});

const unknown = (row: string): Source => ({ document: '没有找到公开的规定', row, confidence: 'unknown' });

/** What must follow from the rows named, and stands in no text. */
const derived = (row: string): Source => ({ document: '按公开的规定推出来的，待核定', row, confidence: 'derived' });

/** The list of what registries do not take is incomplete in the copies at hand. */
const reported: Source = { document: '《婚姻登记条例》（国务院令第804号）', row: 'C.1', confidence: 'third-party' };

const openDoors: Source = {
  document: '《天津：在全面建设现代化大都市新征程上构建“大民生”格局》（2024-10-19）',
  row: 'C.1',
  confidence: 'seed',
};

/** The office for couples not both from the mainland is configuration nobody has published (policy-facts I 14). */
export const OTHER_OFFICE = {
  title: '要到指定的登记处去办',
  text: '两个人里有一位是港澳台居民、华侨或外国人的，要到市里指定的登记处办。是哪一处、带什么：待核定，请打 12345 问。',
  phone: '12345',
} as const;

/** What the guide page says, part by part (docs/policy-facts.md C, J13–J16). */
export const marriageGuide: readonly GuidePart[] = [
  {
    code: 'who',
    title: '谁可以来登记',
    plain: false,
    lines: [
      { text: '男方满 22 岁，女方满 20 岁，按登记那天算。', source: code('第一千零四十七条') },
      { text: '两个人都要本人到场，别人替不了。', source: code('第一千零四十九条') },
      { text: '户口在哪里都行，住在哪里都行，全市每一处都能登记。', source: regulation('第二条') },
      { text: '现在有爱人的，或者两个人是三代以内近亲的，不能登记。', source: regulation('第九条') },
      { text: '有重大疾病的，登记前要照实告诉对方。', source: code('第一千零五十三条') },
    ],
  },
  {
    code: 'bring',
    title: '带什么来',
    plain: false,
    lines: [
      { text: '两个人各自的身份证原件。户口本用不着带。', source: regulation('第八条') },
      { text: '在窗口当场签一份声明：自己现在没有爱人，两个人也没有近亲关系。', source: regulation('第八条') },
      { text: '照片要求：待核定，可以先打 12345 问。', source: unknown('J13') },
      { text: '现役军人要带什么：待核定，可以先打 12345 问。', source: unknown('J13') },
    ],
  },
  {
    code: 'steps',
    title: '怎么办',
    plain: false,
    lines: [
      { text: '挑好地方和时间，两个人都点过同意，就约好了。', source: regulation('第二条') },
      { text: '当天两个人带着身份证，一起到窗口。', source: code('第一千零四十九条') },
      { text: '窗口联网看过，当场登记、发证。', source: regulation('第十条') },
      { text: '登记一分钱也不收。', source: regulation('第六条') },
      { text: '没有约也可以直接去排队，窗口留有现场的号。', source: derived('C.2') },
    ],
  },
  {
    code: 'not-here',
    title: '要去别处办的',
    plain: true,
    lines: [{ text: OTHER_OFFICE.text, source: regulation('第二条') }],
  },
  {
    code: 'divorce',
    title: '离婚登记分两步',
    plain: true,
    lines: [
      {
        text: '第一步：两个人一起到登记处递申请，带身份证、结婚证和签好的书面协议。',
        source: code('第一千零七十六条'),
      },
      { text: '协议里写清孩子、财产、债务怎么办。', source: code('第一千零七十六条') },
      {
        text: '从登记处收下那天的第二天数起，30 天里两个人都可以改主意。',
        source: code('第一千零七十七条、第二百零一条'),
      },
      { text: '30 天的最后一天碰上放假，往后顺到放假后的第一天。', source: code('第二百零三条') },
      { text: '第二步：再往后的 30 天里，两个人一起到收下申请的那一处领离婚证。', source: code('第一千零七十七条') },
      { text: '过了这 30 天没有去，就当作收回了申请。还想办，要从第一步重新来。', source: code('第一千零七十七条') },
      { text: '在国外登记结的婚要离、两个人谈不拢、有一方自己做不了主的，要到法院办。', source: reported },
    ],
  },
  {
    code: 'withdraw',
    title: '改主意了，怎么收回',
    plain: true,
    lines: [
      { text: '前 30 天里，一个人说收回就算数，用不着对方同意。', source: code('第一千零七十七条') },
      { text: '本人带着身份证，到收下申请的那一处登记处去说。在这里点不了。', source: derived('C.1') },
    ],
  },
  {
    code: 'counselling',
    title: '婚姻家庭辅导',
    plain: true,
    lines: [
      { text: '结婚前想聊聊，过日子有疙瘩，离婚前想再想想，都可以来。', source: openDoors },
      { text: '收不收费、每次多长时间：待核定，可以先打 12345 问。', source: unknown('C.1') },
    ],
  },
];

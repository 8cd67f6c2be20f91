/**
 * 静默哀伤: what may not be said, shown or counted where somebody reads it in the days after a death (ux.md §3.4, features
 * item 3 and §4.2). One list for copy, messages, refusals, staff's words and pages; each rule says why it is one, and
 * each exception why it is none. Like the gate of plain words (docs/adr/0007) it answers with readable problems.
 */
export interface GriefRule {
  readonly code: string;
  readonly why: string;
  readonly finds: RegExp;
  /** Read past, each for its reason. */
  readonly lets?: readonly { readonly words: readonly string[]; readonly why: string }[];
}

const NUMBER = '[0-9０-９一二两三四五六七八九十百]+';

export const griefRules: readonly GriefRule[] = [
  {
    code: 'cheers',
    why: 'nothing here is a success, and nobody is to be congratulated or thanked cheerfully',
    finds: /恭喜|祝贺|祝您|祝福|成功|顺利|开心|高兴|快乐|愉快|喜|庆|太好了|真棒|完美|欢迎|感谢您的|[！!]/g,
    lets: [
      { words: ['喜欢'], why: 'what the one who died was fond of is theirs to write down' },
      { words: ['重庆', '安庆', '大庆'], why: 'ashes may be in any city' },
      { words: ['国庆'], why: 'a holiday no family of which may be able to come' },
    ],
  },
  {
    code: 'presses',
    why: 'a family that is hurried agrees to what it would not choose',
    finds:
      /抢|赶快|赶紧|抓紧|尽快|火速|从速|先到先得|手慢|机不可失|最后机会|限时|限量|立即|马上预约|过期作废|过期不候|倒计时/g,
    lets: [{ words: ['抢救'], why: 'what a hospital did' }],
  },
  {
    code: 'counts places',
    why: 'places are told in words (有位置, 位置不多了, 已满): a number left is a race',
    finds: new RegExp(
      `[仅只就还]剩|剩余|剩[下]?\\s*${NUMBER}|名额|(还有|余|空出?)\\s*${NUMBER}\\s*[个张条份]?(位置|座位|空位|席|号|船位)`,
      'gu',
    ),
  },
  {
    code: 'counts down',
    why: 'a place is kept until a time of day (给您留到 15:40), and a right ends on a day: neither runs out before one’s eyes',
    finds:
      /\d{1,2}[:：]\d{2}[:：]\d{2}|(?<![\d:：])(2[4-9]|[3-9]\d)[:：][0-5]\d(?!\d)|\d+\s*分钟?\s*\d+\s*秒|\d+\s*秒|(还有|只有|最后|剩下?)\s*\d+\s*(天|个?小时|分钟|秒)/g,
  },
  {
    code: 'decides for them',
    why: 'no answer is an answer that can wait; nothing is cancelled or agreed to by itself',
    finds: /(视为|当作|默认|自动)(您)?(放弃|取消|同意|退出|撤回)|逾期处理|过期将/g,
  },
  {
    code: 'asks for a rating',
    why: 'nobody rates a funeral',
    finds: /评分|打分|评价|好评|差评|满意度|星级|点赞|点个赞/g,
  },
  {
    code: 'sells',
    why: 'there is nothing to buy here, and agents who sell packages to the bereaved are why',
    finds: /套餐|优惠|升级|特惠|打折|折扣|豪华|尊享|尊贵|推荐购买/g,
  },
  {
    code: 'speaks of a marriage',
    why: 'a wedding has no place beside a death',
    finds: /结婚|婚礼|新人|领证|登记结婚|喜糖|情侣|离婚/g,
    lets: [{ words: ['结婚证'], why: 'a proof of kinship, one of several ways (docs/policy-facts.md J)' }],
  },
  {
    code: 'consoles by formula',
    why: 'people who lost somebody asked for straight words; a formula on a button is worse than none',
    finds: /节哀|仙逝|驾鹤|往生|升天|天堂|一路走好|安息|缅怀之情/g,
  },
  {
    code: 'asks for the reason again',
    why: 'how somebody died is nobody’s business here',
    finds: /(死因|去世的原因|怎么去世|为什么去世|因何去世)/g,
  },
  { code: 'has a picture sign', why: 'an emoji or a tick is cheer', finds: /[\p{Extended_Pictographic}✓✗★☆♥♡]/gu },
];

/** What keeps a text from being read beside a death, one line each; empty for one that may. */
export function griefWordProblems(text: string): readonly string[] {
  return griefRules.flatMap((rule) =>
    [...new Set(readPast(text, rule).match(rule.finds) ?? [])].map((found) => `${rule.code}: ${found} (${rule.why})`),
  );
}

function readPast(text: string, { lets = [] }: GriefRule): string {
  return lets.flatMap(({ words }) => words).reduce((rest, word) => rest.replaceAll(word, '＿'), text);
}

interface PartRule {
  readonly finds: RegExp;
  readonly why: string;
}

/** In the code of a page: components, hooks and class names. */
const griefParts: readonly PartRule[] = [
  { finds: /\b\w*(confetti|firework|celebrat\w*|lottie)\w*/gi, why: 'nothing is celebrated' },
  { finds: /\b\w*badge\w*/gi, why: 'a red number on a death' },
  { finds: /\b\w*(count-?down|hold-?clock)\w*/gi, why: 'a place is kept until a time of day, not for so many minutes' },
  { finds: /\bset(Interval|Ticker)\b/g, why: 'nothing ticks' },
  { finds: /['"/](rating|rate|stars|review-stars)['"/]/g, why: 'nobody rates a funeral' },
  { finds: /\b(use|enable|on)Share(AppMessage|Timeline)\b|\bonAddToFavorites\b/g, why: 'a death is not sent on' },
  { finds: /\bshare-button\b|\bShareButton\b|platform\/share\b/g, why: 'a death is not sent on' },
  {
    finds: /\b(vibrate(Short|Long)|playSound|createInnerAudioContext)\b/g,
    why: 'a phone that shakes or sounds cheers',
  },
];

/** Of a style sheet: the page of a death does not move (ux.md §4.3: funeral none). */
const griefStyles: readonly PartRule[] = [
  { finds: /@keyframes|\banimation(-\w+)?\s*:|\btransition(-\w+)?\s*:/g, why: 'motion: funeral none' },
  { finds: /\b(linear|radial|conic)-gradient\b|\b(box|text)-shadow\b/g, why: 'nothing shines' },
];

export function griefCodeProblems(source: string): readonly string[] {
  return partProblems(source, griefParts);
}

/** Comments say why a thing is not there, and may name it. */
export function griefStyleProblems(style: string): readonly string[] {
  return partProblems(withoutComments(style), griefStyles);
}

function partProblems(text: string, rules: readonly PartRule[]): readonly string[] {
  return rules.flatMap(({ finds, why }) =>
    [...new Set(withoutComments(text).match(finds) ?? [])].map((found) => `has ${found} (${why})`),
  );
}

export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"])\/\/.*$/gm, '$1');
}

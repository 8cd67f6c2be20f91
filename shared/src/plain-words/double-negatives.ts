/** Words with 不, 没, 无, 非 or 未 in them that deny nothing, or only soothe: 没关系, 非常, 未成年. */
const HARMLESS = [
  '没关系',
  '没事',
  '没问题',
  '不要紧',
  '不碍事',
  '对不起',
  '不好意思',
  '差不多',
  '不过',
  '不但',
  '不仅',
  '不光',
  '不管',
  '不论',
  '无论',
  '不同',
  '不少',
  '不久',
  '不断',
  '不如',
  '不足',
  '非常',
  '除非',
  '是非',
  '未来',
  '未成年',
  '无人抚养',
  '无障碍',
  '非居住',
];

/** 是不是, 算不算, 能不能: a question, not a denial. */
const YES_OR_NO = /(\p{Script=Han})[不没]\1/gu;
/** 没吃没住, 无依无靠: a pair, denied once. */
const PAIR = /([没无])(\p{Script=Han})\1(\p{Script=Han})/gu;
const NEGATORS = /[不没无非未]/g;
/** A verb that denies by itself, followed by a no. */
const DENIES_A_NO = /(避免|防止|以免|禁止|否认|难免|缺少|除非)[^。？！；]*?[不没无非未]/;

/**
 * The parts of a text that say no to a no (不能不, 没有…不, 无不), as far as they stand between two stops; so
 * `没有天津户口，也没有居住证` is a list and passes.
 */
export function doubleNegatives(text: string): readonly string[] {
  const parts = text.split(/[，、。；：？！,;:?!\n（）()“”"「」]/);
  const twice = parts.filter((part) => (deny(part).match(NEGATORS) ?? []).length > 1);
  const denied = DENIES_A_NO.exec(text);
  return denied ? [...twice, denied[0]] : twice;
}

function deny(part: string): string {
  const single = part.replace(YES_OR_NO, '$1').replace(PAIR, '$1$2$3');
  return HARMLESS.reduce((rest, word) => rest.replaceAll(word, ''), single);
}

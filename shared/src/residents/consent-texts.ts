/** What personal data may be used for, each asked for on its own (PIPL 14–16, 29; security.md 1C). */
export const CONSENT_PURPOSES = [
  'real-name-verification',
  'relief-application',
  'sensitive-circumstances',
  'child-under-14',
  'progress-messages',
] as const;

export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/**
 * The words a resident says yes or no to: what for, who gets it, and what stops without it. Whoever changes a word
 * raises `version`: a yes to an older text is asked for again (consent-texts.spec.ts keeps watch).
 */
export interface ConsentText {
  readonly purpose: ConsentPurpose;
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly without: string;
}

/** In the order they are asked in; the phone shows each with an empty box. */
export const consentTexts: readonly ConsentText[] = [
  {
    purpose: 'real-name-verification',
    version: 2,
    title: '查对您是不是本人',
    text:
      '把您的姓名和身份证号交给查对身份的系统，看名字和号码是不是一个人的。' +
      '对上以后，姓名和号码加密存在我们这里，办您的事时才用。',
    without:
      '不同意，就不能在手机上递申请、约时间，也不能签字。已经办的照样能看、能取消；' +
      '看政策、自己先查一查、到街道办，都照常。',
  },
  {
    purpose: 'relief-application',
    version: 1,
    title: '把申请递给街道和民政部门',
    text:
      '把您在申请里填的内容，交给您住的街道、管这项救助的区里和市里的部门，由他们看、由他们定。' +
      '里面有您的姓名、身份证号、电话、住址，和家里人的情况。',
    without: '不同意，申请就留在这里，不会递出去。您也可以带着材料到街道办。',
  },
  {
    purpose: 'sensitive-circumstances',
    version: 1,
    title: '用到身体、残疾和钱的情况',
    text:
      '申请里会问到看病、残疾、收入和存款。这些是您的私事，所以单独问您一次。' +
      '街道和民政部门要看这些，才能定给不给、给多少。其他人看不到。',
    without: '不同意，要看这些情况的救助就递不出去。您可以到街道当面说。',
  },
  {
    purpose: 'child-under-14',
    version: 1,
    title: '用到没满 14 岁的孩子的情况',
    text:
      '孩子没满 14 岁，孩子的事请您来点头。孩子的姓名和身份证号，会交给查户口登记的系统，看您是不是孩子的监护人；' +
      '您替孩子递的申请里写到孩子的内容，会交给街道和民政部门。只用来办这件事，孩子的名字不会贴出来。',
    without: '不同意，就不能在手机上替孩子递申请。您可以带着户口簿到街道办。',
  },
  {
    purpose: 'progress-messages',
    version: 1,
    title: '有进展时告诉您',
    text: '申请往前走了一步，就给您发一条微信消息，或者发到您留的手机号上。消息里不写结果，也不写病情和收入。',
    without: '不同意，就不发消息。进展在小程序里随时能看。',
  },
];

/**
 * What earlier versions said, word for word: whoever said yes to one may read it again. A text moves here when its version
 * is raised.
 */
export const formerConsentTexts: readonly ConsentText[] = [
  {
    purpose: 'real-name-verification',
    version: 1,
    title: '查对您是不是本人',
    text:
      '把您的姓名和身份证号交给查对身份的系统，看名字和号码是不是一个人的。' +
      '对上以后，姓名和号码加密存在我们这里，办您的事时才用。',
    without: '不同意，就不能在手机上递申请。看政策、自己先查一查、到街道办，都照常。',
  },
];

/** The words of one version; none of a version there never was. */
export function consentTextOf(purpose: ConsentPurpose, version: number): ConsentText | undefined {
  return [...consentTexts, ...formerConsentTexts].find((text) => text.purpose === purpose && text.version === version);
}

/** The text in force for a purpose. */
export function consentText(purpose: ConsentPurpose): ConsentText {
  const found = consentTexts.find((text) => text.purpose === purpose);
  if (found === undefined) throw new RangeError(`no consent text for ${purpose}`);
  return found;
}

export function isConsentPurpose(value: string): value is ConsentPurpose {
  return CONSENT_PURPOSES.some((purpose) => purpose === value);
}

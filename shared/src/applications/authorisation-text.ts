/**
 * 核对授权 in plain words: what is looked up (policy-facts A.9, 《最低生活保障审核确认办法》第十七条), of whom, for what, and that it
 * may be refused and taken back. The same text on every way to sign; a signature names the version it was given to.
 */
export const authorisationText = {
  version: 1,
  looksUp: [
    '户口、工资、社保、公积金、纳税',
    '存款、证券、商业保险、网上理财',
    '房子、车和船、开没开公司',
    '有时也看水电气和电话费、孩子上的学校、出国旅游，只作参考',
  ],
  lines: [
    '只查您自己名下的，只用在这一次申请。',
    '愿不愿意，由您自己定。不签，街道的人会看怎么办。有难处，可以直接跟街道说。',
    '签了以后，随时可以收回。收回以后就不再查。',
  ],
  source: '依据：《最低生活保障审核确认办法》第十七条',
} as const;

/** What is wrong with where the money should go, in words for the one who typed it. */
export const payeeProblems = {
  shape: '账号好像没填全，请照着卡或存折上的号码填，8 到 32 位。',
  notGuardian: '这笔钱只能转到本人或者一起过日子的人的账户。没有卡，就选“还没有卡”，街道帮着办。',
  member: '这位不在“一起过日子的人”里，请再选一次。',
  doubts: {
    'id-number': '这像是身份证号。要填的是卡上的银行账号，一般 16 到 19 位。',
    phone: '这像是手机号。要填的是卡上的银行账号，一般 16 到 19 位。',
    'check-digit': '号码里好像有一位填错了，请对着卡再看看。',
    length: '号码比一般的长一点或短一点，请对着卡再看看。',
  },
} as const;

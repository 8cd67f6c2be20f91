/** What may be said of how a refusal could come out otherwise. */
export const adviceWords = {
  severeDisability:
    '家里要是有视力、肢体、智力、精神残疾一级或二级的人，还没算进去，带上残疾证请街道重算，收入可以少算一些。',
  otherDisability:
    '家里要是有言语、听力残疾一二级，或者智力、精神残疾三级的人，还没算进去，带上残疾证请街道重算，收入可以少算一些。',
  illness: (examples: string) =>
    `家里要是有人得了${examples}这类病，还没算进去，带上诊断证明请街道重算，收入可以少算一些。`,
  soldOnlyHome: '存款里要是有看病卖掉唯一住房的钱，带上卖房和看病的单子，请街道另算。',
  spending: {
    hasMedicalSpending: '最近 12 个月看病自己花的钱，要是有没算进去的，把单子补上。',
    hasSchoolSpending: '最近 12 个月上学花的钱，要是有没算进去的，把单子补上。',
    hadDisasterOrAccident: '最近 12 个月要是遭了灾、出了意外，花的钱没算进去，把单子补上。',
    hasRehabilitationSpending: '最近 12 个月残疾康复花的钱，要是有没算进去的，把单子补上。',
  },
  jobless: '要是没了工作，连着三个月没收入，以前没上失业保险，说给街道听，可以再看一次。',
  hardship: '要是有别的突然的难处，吃饭、住处或看病的钱拿不出来，说给街道听，可以再看一次。',
  assessAgain: '残疾比评的时候重了，可以申请重新评残，等级变了再申请。',
  assessCare: '老人比评估的时候更要人照顾了，可以再评估一次。',
  registerIllness: '得了重病还没办大病或门诊特殊病的，办好以后，街道可以再看。',
  after: (title: string) => `先申请${title}，批下来以后，这一项可以再申请。`,
  age: '到了规定的岁数，就可以再申请。',
  aYearTogether: '外地户口的家人一起在天津住满一年以后，可以再申请。',
} as const;

export const refusalWords = {
  again: '填错了，或者情况变了，可以再申请。',
  alsoPlausible: '照现在知道的情况，这一项也许能办。',
  aloneAfterMargin: '家里残疾重、病得重的人，孩子也算，可以看看能不能自己一个人申请低保。',
} as const;

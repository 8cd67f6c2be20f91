/** What a resident, or a colleague at a desk, reads of the check; the same for every reason it did not come off. */
export const identityWords = {
  notConfirmed: '名字和身份证号没有对上，请照着身份证再看一遍。几次都对不上，就带身份证到街道办，或者打 12345。',
  later: '查对身份的系统暂时没有回音。您填的还在，过一会儿再试就行。急事请打 12345。',
  notConnected: '手机上现在还查对不了身份。请带身份证到街道办，事情照样能办。',
  tooMany: '今天查对的次数用完了，请明天再来。急着办，可以带身份证到街道办，或者打 12345。',
  tooManyAtDesk: '今天查对的次数用完了，没有记下。请明天再试，或者请别的同事办。',
  otherPerson: '这个微信号已经对上了另一位的名字。一个微信号给一个人用，请换您自己的微信来办。',
  permit: '护照和旧的外国人居留证号，手机上还查对不了。请带证件到街道办，或者打 12345 问一问。',
} as const;

/** What a resident reads where the second person of a booking is asked, answers, or cannot. */
export const partnerWords = {
  /** One sentence for every reason, on a phone that is the first person's: their name, their age, another booking. */
  notHere:
    '这次没能在这部手机上同意。请看看名字和身份证号有没有写错；也可以请另一位用自己的手机点同意，或者带身份证到窗口说一声。',
  later: '查对身份的系统暂时没有回音。过一会儿再试，或者请另一位用自己的手机点同意。',
  notConnected: '手机上现在还查对不了身份。请另一位带身份证到窗口说一声。',
  problems: {
    realName: '先确认您是谁，再点同意。',
    nothingAsked: '现在不用等另一位同意了，请重新打开看看。',
    yourself: '这是您自己约的。请把链接发给另一位。',
    yourselfHere: '这是您自己的身份证号。请另一位填自己的。',
    otherPerson: '这条链接是发给另一位的，要本人用自己的手机打开。',
    notYours: '要等另一位同意，您自己点不了。',
    tooManyLinks: '今天发的链接太多了。明天再发，或者请另一位在这部手机上同意。',
    tooManyLooks: '试的次数太多了，请过几分钟再打开。急事请打 12345。',
    used: '这条链接已经用过了，不用再点。',
    expired: '这条链接过了时间。还想一起来的话，请对方再约一次。',
    revoked: '这条链接换了新的，或者对方收回了。请对方重新发一条。',
    phone: '电话好像不对，请再看看。',
  },
} as const;

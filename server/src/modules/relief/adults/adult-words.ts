/** What a resident reads where somebody signs. 核对授权 is 签字，让街道查收入和存款. */
export const adultWords = {
  problems: {
    unknownMember: '这份申请里没有这位家人，请回去再看一眼。',
    number: '请这位家人填自己身份证号的最后四位，或者整个号码。',
    reason: '请写一句为什么，街道的人要看。',
    notAccepted: '请先看清楚再同意。',
    yourself: '这是您自己，直接签就行。',
    signedAlready: '这位家人已经签过了，不用再签。',
    notHere:
      '这个字在这部手机上签不了：可能本人自己用过津门民政，要在本人的手机上签；也可能名字和号码跟登记的不一样。把链接发给本人，或者请本人到街道当面签，都行。',
    later: '现在查不了这位家人的姓名和号码，字还没签。过一会儿再试，或者请本人到街道当面签。',
    otherPhone: '您以前在另一个微信上确认过自己，请用那个微信打开这条链接。打不开也不要紧，可以到街道当面签。',
    tooManyNumbers: '今天在这部手机上填的次数太多了。明天再试，或者到街道当面签。',
    tooManyLinks: '今天发的链接太多了。明天再发，或者到街道当面签。',
    tooManyTexts:
      '今天发的短信够多了，再发怕打扰人家。链接可以用微信转给家人，或者复制给家人；也可以到街道当面签。短信明天还能发。',
    noSms: '现在发不了短信，请用微信转给家人，或者复制链接。',
    realName: '先确认您是谁，再签字。',
    otherPerson: '这条链接要本人用自己的手机打开。请看看是不是发给您的，或者让家人重新发一条。',
    tooManyLooks: '试的次数太多了，请过几分钟再打开。急事请打 12345。',
    used: '这条链接已经用过了，字签好了，不用再签。',
    expired: '这条链接过期了。请让家人重新发一条。',
    replaced: '家人后来又发了一条新的，请打开新的那条。',
    revoked: '家人收回了这条链接。要签的话，请他们重新发一条。',
  },
  /** On the screen of anybody who looks: it names neither who asks nor what for. */
  sms: (address: string, hours: number) =>
    `【津门民政】家里人请您看一件事，愿不愿意由您自己定。${hours} 小时内打开：${address} 不认识就不用理。`,
} as const;

import type { MandateState, ReadBackWay } from '@jinmen/shared/residents/mandates';

export interface ReadBack {
  readonly helper: string;
  readonly programmes: string;
  readonly until: string;
}

/** What the three sides read: the helper, the person who is helped, and the street that reads it out. */
export const mandateWords = {
  /** The helper's line under one they asked for. */
  helper: {
    checking: '正在查对名字和号码，一会儿就有回音。',
    'not-confirmed':
      '名字和身份证号没有对上，请照着身份证再看一遍，再试一次。几次都对不上，就请这一位带身份证到街道办。',
    waiting: {
      sms: '短信已经发出去了。这一位愿意的话，请把短信里的 8 位口令告诉您。短信晚上不发，早上再发。',
      call: '街道会打电话念给本人听，问愿不愿意。您可以先填，本人答应了再递。',
      account: '请这一位打开自己手机上的小程序，在“我的”里点“同意”。您可以先填，本人答应了再递。',
    } satisfies Readonly<Record<ReadBackWay, string>>,
    acting: '本人答应了。只办这一件，本人随时能停。',
    revoked: '本人停了代办。',
    ended: '代办结束了。',
  } satisfies Readonly<Record<MandateState, string | Readonly<Record<ReadBackWay, string>>>>,
  /** The person's own line. */
  principal: {
    waiting: '这一位想替您办一件事，等您点头。不想就点“不用”，没有人会怪您。',
    acting: '这一位正在替您办这一件，您别的事都看不到。您随时能停。',
    revoked: '您停了。填好的都留给您。',
    ended: '结束了。填好的都留给您。',
  } satisfies Readonly<Record<'waiting' | 'acting' | 'revoked' | 'ended', string>>,
  /** At most 200 signs. No link, so that nobody learns to press links in messages. */
  sms: ({ helper, programmes, until }: ReadBack, code: string) =>
    `津门民政：${helper}想替您申请${programmes}，只办这一件，到${until}为止，看不到您别的事。钱打到哪里有变，会发短信告诉您。` +
    `您愿意，就把口令 ${code} 告诉来问您的这一位；不愿意，就不用管。以后想停，打 12345，或在小程序“停掉代办”里填这个口令。`,
  /** At most 200 signs, and no link. */
  payeeChanged: ({ helper, programmes }: Omit<ReadBack, 'until'>) =>
    `津门民政：${helper}替您办的${programmes}，钱打到哪里，刚刚填过或者改过。是您的意思，就不用管。` +
    '不是您的意思，请马上打 12345，也可以在小程序“停掉代办”里填以前收到的口令。',
  /** Read by the street, slowly. */
  script: ({ helper, programmes, until }: ReadBack, principal: string) =>
    `您好，是${principal}吗？我们是街道的。${helper}想替您申请${programmes}。` +
    `只办这一件，最晚到${until}。您别的事都看不到。钱打到哪里有变，会往这个电话发短信。您什么时候不想了，打个电话就停。您愿意吗？`,
  several: (first: string, count: number) => `${first}等 ${count} 项救助`,
  problems: {
    realName: '先确认您是谁，再替别人办。',
    yourself: '这是您自己的号码。自己的事，直接申请就行。',
    minor: '这一位还没满 18 岁，由爸爸妈妈或者监护人来办，请在“添一位孩子”里办。',
    phoneMissing: '请填这一位的电话，好问愿不愿意。',
    phoneMobile: '短信要发到手机上，请填 11 位手机号。没有手机，就选“街道打电话”。',
    phoneNotTheirs:
      '短信要发到本人自己的手机上，好让本人拿主意。这个号码您自己留过，或者替别人答应过，不能用。' +
      '请选“街道打电话”，或者让本人在自己手机上点“同意”。',
    phoneNoLonger:
      '这个号码后来也写成了您自己的，或者替别人答应过，短信里的口令就不算了。' +
      '请去掉这一条，重新选“街道打电话”，或者让本人在自己手机上点“同意”。',
    programme: '没有找到这一项救助，请回到列表重新选。',
    tooMany: (most: number) => `您同时最多替 ${most} 位办。办完一件，再办下一件。`,
    notConnected: '手机上现在还查对不了身份。请这一位带身份证到街道办，事情照样能办。',
    wrongCode: '口令没有对上，请再看一眼短信。几次都不对，就重新发一条。',
    codeOver: '这个口令不能用了，请重新发一条短信。',
    notWaiting: '这件事不用再等回话了，请重新打开看看。',
    enoughSent: '短信发得太多了。请选“街道打电话”，或者请这一位打 12345。',
    tooManyTexts: '今天发的短信够多了，再发怕打扰人家。请明天再发，或者去掉这一条，重新选“街道打电话”。',
    tooManyStops: '试的次数太多了，请过几分钟再试，或者打 12345，马上能停。',
    kept: '这一条按规定要先留着，现在还不能去掉。不影响您办别的事。想问为什么，请打 12345。',
    unknown: '没有找到这一条，可能别人已经处理了，请重新读取。',
  },
  /** The same whether there was anything to stop. */
  stopped: '电话和口令都对的话，现在已经停了。没停成，请打 12345。',
} as const;

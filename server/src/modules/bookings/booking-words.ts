import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { monthDayWords, timeWords } from '@jinmen/shared/kernel/day-words';
import type { BookingMove } from './booking.machine';

/** `11 月 26 日 8:30`: the time in Tianjin, as the phone writes it. */
export function momentWords(instant: Date): string {
  const ms = instant.getTime();
  return `${monthDayWords(dayInShanghai(ms))} ${timeWords(ms)}`;
}

/** What residents read of a booking, but for what its service says. */
export const bookingWords = {
  realName: '先查对一下是不是您本人，再来约。',
  service: '没有找到这项服务，请从首页重新进来。',
  kind: '没有找到要办的这件事，请从首页重新进来。',
  window: '没有找到这个时间，请重新选一个。',
  otherKind: '这个时间办的是别的事，请重新选一个。',
  full: '就差一点，这个时间刚被约满了。您看看别的时间。',
  /** In bereavement: nobody was beaten to it. */
  fullInGrief: '这一次已经满了，您看看别的日子。',
  closed: '这个时间不开，请选别的时间。',
  over: '这个时间已经过了约的时候，请选别的时间。',
  notYetOpen: (when: string) => `这个时间还没开始约，${when} 开始。`,
  lapsed: '给您留的时间已经过了，这个位置放开了。请重新选一个时间。',
  notNow: '现在不能这样做了。请刷新看看最新的情况。',
  renewedEnough: '已经多留过一次了，这次到时间就放开了。想要这个时间，点“确定”就行。',
  same: '您现在约的就是这个时间。',
  alreadyOwn: (title: string) => `您已经约了“${title}”，一个人一次只能约一个。可以先改时间或取消。`,
  alreadyElsewhere: (title: string) => `您已经有一个“${title}”的预约了，可能是用另一部手机约的，或者是和别人一起约的。`,
  /** In bereavement: the place is of the one who died. */
  alreadyInGrief: '这位亲人已经有一个位置了。想换日子，从那个位置进去换，不用先取消。',
  /** @param day when they may again. */
  cancelledOften: (times: number, day: string, otherWay: string) =>
    `这个月您自己取消过 ${times} 次，先不能再约新的了，${day}起可以再约。现在约着的照样算数。${otherWay}`,
  busy: '现在约这个时间的人很多，排队的已经满了。请别关页面，过几秒再试，您之前点的不会算两次。',
  notThisTime: '这个时间您两位约不了，请换一个时间。',
  tooLate: '已经到了开始的时间，不能再改了。',
  partnerWay: '请选另一位怎么确认。',
  phone: '请填对电话号码，方便有变动时找到您。',
  ownNameTooMany: '看了很多次了，过几分钟再看。二维码照样能用。',
  noPass: '还没有约好，约好以后才有到场码。',
} as const;

/** Of each step, for everybody of the booking alike. */
export const stepWords: Readonly<Record<BookingMove, string>> = {
  hold: '时间先给您留着',
  renew: '又多留了一会儿',
  ask: '等另一位确认',
  confirm: '约好了',
  move: '换了时间',
  resize: '要的位置改好了',
  'ask-change': '挑了新的时间，等另一位同意',
  'end-change': '没有换成，还和之前一样',
  place: '有了新的时间',
  'place-anew': '有了新的时间，请再确认一次',
  'check-in': '到场了',
  miss: '那天没有到场',
  excuse: '没有到场的原因已经记下',
  cancel: '取消了',
  expire: '没有在时间内确认，时间放开了',
  displace: '原来的时间不开了，您的预约还在，请另选一个时间',
};

import type { OverReason } from './waiting-entry.entity';

/** What residents read when they wait, or cannot. */
export const waitingWords = {
  realName: '先查对一下是不是您本人，再来排。',
  service: '没有找到这项服务，请从首页重新进来。',
  kind: '没有找到要办的这件事，请从首页重新进来。',
  site: '选的地点里有办不了这件事的，请重新选。',
  days: '选的日子里有已经过了的，或者太远的，请重新选。',
  /** In bereavement nobody stands in a line. */
  noLine: '这件事不用排队等。您看看别的日子，也可以打 12345 问一问。',
  phone: '请填对电话号码，轮到时好找到您。',
  already: '您已经在排了，不用再排一次。想换日子，可以先不排了，再重新排。',
  notWaiting: '现在没有在排。请刷新看看最新的情况。',
  offered: '已经给您留了时间。不要的话，点“不要这个时间”，会给下一位。',
} as const;

/** Whoever waits and has booked something else of the same kind meanwhile. */
export const passedOverWords =
  '您现在已经约了一个时间，轮到您时会先给后面的人。那个取消以后，就又轮到您，位置一直留着。';

export const overWords: Readonly<Record<OverReason, string>> = {
  'days-past': '您选的日子都过了，这次没等到。想接着等，可以选新的日子再排。',
  'not-taken': '给您留过两次时间，都没来得及定，就先排到这里。想接着等，可以再排。',
};

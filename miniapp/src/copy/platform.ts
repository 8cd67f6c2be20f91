/**
 * What the phone says when a request comes to nothing, and how it writes a day and a moment. A day never breaks at a
 * line's end: the spaces in it are \u00a0.
 */
export const platformWords = {
  serverFault: '我们这边出了点问题，您填的都还在。过一会儿再试，或者打 12345。',
  /** Also read beside a death: no queue, no hurry. */
  busy: '现在用的人多，这次没来得及。您填的都还在，过一会儿再点一次。',
  noNetwork: '现在没有网，您填的都还在。有网了再试一次。',
  day: (year: number, month: number, day: number) => `${year}\u00a0年\u00a0${month}\u00a0月\u00a0${day}\u00a0日`,
  /** With its weekday, or the time of it. */
  dayAnd: (month: number, date: number, rest: string) => `${month}\u00a0月\u00a0${date}\u00a0日 ${rest}`,
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
} as const;

/** What the phone says when a request comes to nothing, and how it writes a day and a moment. */
export const platformWords = {
  serverFault: '我们这边出了点问题，您填的都还在。过一会儿再试，或者打 12345。',
  /** Also read beside a death: no queue, no hurry. */
  busy: '现在用的人多，这次没来得及。您填的都还在，过一会儿再点一次。',
  noNetwork: '现在没有网，您填的都还在。有网了再试一次。',
  day: (year: number, month: number, day: number) => `${year} 年 ${month} 月 ${day} 日`,
  dayAndWeekday: (month: number, date: number, weekday: string) => `${month} 月 ${date} 日 ${weekday}`,
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  moment: (month: number, day: number, time: string) => `${month} 月 ${day} 日 ${time}`,
} as const;

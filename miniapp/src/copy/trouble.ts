/** Instead of a page's content, when it did not come. */
export const troubleWords = {
  reading: '正在取…',
  signedOut: '这里要先登录。登录好了，还回到这一页。',
  signIn: '登录',
  again: '再试一次',
  realName: '去确认我是谁',
  consent: '去看看，再定',
  number: (traceId: string) => `打电话问时，可以报这个号：${traceId.slice(0, 8)}`,
} as const;

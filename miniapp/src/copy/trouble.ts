/** Instead of a page's content, when it did not come. */
export const troubleWords = {
  reading: '正在取…',
  signedOut: '登录以后才能看到。您填的都还在。',
  signIn: '登录',
  again: '再试一次',
  number: (traceId: string) => `打电话问时，可以报这个号：${traceId.slice(0, 8)}`,
} as const;

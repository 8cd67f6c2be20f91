/** Beside an answer that hardly goes together with another. What is asked stands in shared `facts/doubts.ts`. */
export const doubtWords = {
  title: '再看一眼',
  answered: (answer: string) => `您答的是：${answer}`,
  changeThis: '改这一题',
  changeEarlier: '改前面那一题',
  changeLater: '改后面那一题',
  changeNamed: (title: string) => `改“${title}”`,
  right: '没填错，接着答',
  rightOnChange: '没填错，就这样',
  onResult: { title: '想再问您一句', action: '去看看' },
} as const;

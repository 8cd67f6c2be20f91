/** What a resident reads when a complaint cannot be taken; what they typed stays on their phone. */
export const complaintWords = {
  tooMany: '今天已经收到您好几条了，我们都会看。急事请打 12345。',
  noApplication: '没有找到这份申请，可以不选，直接写。',
  answered: '这一条已经答复过了。',
  clock: (days: number) => `${days} 个工作日`,
  expectedClock: (days: number) => `${days} 个工作日，预计的日子，以放假通知为准`,
} as const;

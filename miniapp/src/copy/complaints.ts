import { wholeCode } from '@jinmen/shared/kernel/code-words';
import { wholeTerms } from '@jinmen/shared/kernel/day-words';

/** 投诉建议. */
export const complaintWords = {
  fromCase: '办得不好，想说一说',
  title: '投诉和建议',
  lead: '哪里办得不好，或者有什么想法，都可以写。不影响您的申请。',
  loading: '正在打开…',
  kind: '是哪一种',
  kinds: { complaint: '有地方办得不好', suggestion: '有个建议', correction: '我的情况记错了' },
  receipt: (number: string) => `回执号 ${wholeCode(number)}`,
  text: '写下来',
  textHelp: '哪一天、在哪里、怎么回事，写清楚更好办。',
  correctionHelp: '哪一处记错了，应该是什么，写下来。姓名和身份证号要改，请带身份证到街道。',
  send: '交上去',
  sending: '正在交…',
  sent: (number: string) => `收到了，编号 ${wholeCode(number)}。有了回复，会告诉您。`,
  kept: '没有网，还没交上去。有网了请再点一下。',
  keptPerhaps: '网断了，交没交上还不知道。有网了再点一下，点几次都只算一次。',
  number: (number: string) => `编号 ${wholeCode(number)}`,
  due: (day: string, clock: string) => `最晚 ${day} 回复（${wholeTerms(clock)}，示例）`,
  overdue: '已经过了该回复的日子。可以打 12345 再催一下，这不怪您。',
  answer: '回复',
  urgent: '急事请打 12345，不用等这里的回复。',
} as const;

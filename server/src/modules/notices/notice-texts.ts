import type { NoticeTopic } from './notices.port';

/** What a resident reads of a message, on the phone's inbox and over a shoulder. */
export interface NoticeText {
  readonly title: string;
  readonly line: string;
}

/**
 * Anybody may see the screen it appears on (security.md 1A, T7). So no text tells a decision, an illness, a death or an
 * income, and none names a programme: whoever wants to know opens the application.
 */
export const noticeTexts: Readonly<Record<NoticeTopic, NoticeText>> = {
  'application-progress': { title: '您的申请有新进展', line: '办到下一步了，点开看看。' },
  'paper-requested': { title: '请您补几样材料', line: '办事的人需要再看几样东西，点开看要带什么、什么时候带。' },
  payment: { title: '您的申请有新进展', line: '有新消息，点开看看。' },
  payee: { title: '有一处请您再看看', line: '点开看看，改一下就行，也可以请街道帮忙。' },
  'follow-up': { title: '您最近还好吗', line: '事情办完有一阵了，想听您说一句。不想说，也可以跳过。' },
  complaint: { title: '您说的事有回音了', line: '点开看看回复。' },
  'paper-due': { title: '答应补的材料快到日子了', line: '点开看还差哪几样。补不上也可以说一声，有人帮您想办法。' },
  decision: { title: '您的申请有新进展', line: '有一项有了回音，点开看看。' },
};

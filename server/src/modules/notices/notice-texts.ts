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
  'payee-changed': {
    title: '帮您办事的人改了一处',
    line: '点开看看对不对。不是您的意思，就打 12345，马上能停。',
  },
  'follow-up': { title: '您最近还好吗', line: '事情办完有一阵了，想听您说一句。不想说，也可以跳过。' },
  complaint: { title: '您说的事有回音了', line: '点开看看回复。' },
  'paper-due': { title: '答应补的材料快到日子了', line: '点开看还差哪几样。补不上也可以说一声，有人帮您想办法。' },
  decision: { title: '您的申请有新进展', line: '有一项有了回音，点开看看。' },
  'booking-confirmed': { title: '时间给您约好了', line: '点开看哪天、在哪儿、要带什么。' },
  'booking-tomorrow': { title: '您约的时间就是明天', line: '点开看几点、在哪儿、要带什么。来不了也可以改。' },
  'booking-asked': { title: '有一处等您回话', line: '有人约了一个时间，想请您点开看看。' },
  'booking-unanswered': { title: '约的时间还差一步', line: '另一位还没有确认，点开看最晚到什么时候。' },
  'booking-said-elsewhere': {
    title: '有人用您的姓名答应了一个时间',
    line: '是在别人的手机上答应的。是您自己，就不用管；不是您，点开可以取消，也可以打 12345。',
  },
  'booking-not-confirmed': { title: '这次没有约上', line: '未在时间内确认，时间已经放回去了。点开可以再约。' },
  'booking-moved': { title: '您约的时间改好了', line: '点开看新的时间和地点。' },
  'booking-cancelled': { title: '您约的时间取消了', line: '那天不用去了。点开看看，拿不准就打 12345。' },
  'booking-displaced': { title: '您约的那天办不了了', line: '约还在。先给您留了别的时间，点开挑一个就行。' },
  'booking-missed': { title: '您约的时间已经过了', line: '没来成也不要紧，点开可以说一声，也可以再约。' },
  'booking-word-at-desk': { title: '有一件事请您到窗口说', line: '到那天，请您本人到窗口当面说明。约的时间照旧。' },
  'place-kept': { title: '给您留了一个时间', line: '轮到您了，点开看看要不要，最晚到什么时候。' },
  'voyage-changed': {
    title: '海上不便出船，日子要改',
    line: '给您留了另一天，点开看看。不合适也不要紧，可以先放一放。',
  },
  'voyage-off': { title: '海上不便出船，日子要改', line: '事情还在，什么都不用重办。有合适的日子，我们告诉您。' },
  'voyage-suggested': { title: '给您留了一个日子', line: '点开看看合不合适。不合适也不要紧，可以先放一放。' },
  'voyage-confirmed': { title: '日子定下来了', line: '点开看哪天、几点、到哪儿集合。要改，随时都可以。' },
  'voyage-moved': { title: '日子改好了', line: '点开看新的日子，几点、到哪儿集合。' },
  'voyage-called-off': {
    title: '那一班的位置放开了',
    line: '登记还在，什么都不用重办。点开看看，也可以打 96456 问。',
  },
  'voyage-tomorrow': {
    title: '定好的日子是明天',
    line: '点开看几点、到哪儿集合、带什么。去不了也不要紧，说一声就行。',
  },
  'waiting-over': { title: '您的候补到这里了', line: '点开看看，想接着等可以再排。' },
  'look-again': { title: '家里的情况变了，可以再看看', line: '以前没对上的，现在可能对得上。什么时候看都行。' },
  'stopped-by-mistake': { title: '有几件事给您停错了', line: '已经在改了。点开看哪些恢复了，哪些要您再办一次。' },
  'known-elsewhere': {
    title: '有另一个微信登记了您的姓名',
    line: '是您自己换了手机，就不用管。不是您，请打 12345，或者到街道办。',
  },
  'signed-in-your-name': {
    title: '有一个字，是用您的名字签的',
    line: '点开看是谁请的、在谁的手机上签的。不是您签的，点一下就收回，家里人看不到。',
  },
  'farewell-relative-asks': { title: '家里有人想和您一起办', line: '点开看看是谁，方便的时候回一句就行。' },
  'farewell-relative-answered': { title: '家里有回音了', line: '点开看看，不急。' },
  'farewell-relative-joined': { title: '家里又有一位加进来了', line: '点开看看是谁。' },
  'farewell-relative-spoke': { title: '家里有人说了自己的想法', line: '点开看看。原来定的照旧，不急。' },
  'farewell-relative-out': {
    title: '一起办的亲人改了一下',
    line: '您现在不在里面。想一起的话，可以再问问家里人，或者打 96456。',
  },
  'farewell-handed-over': {
    title: '登记换了一位亲人来办',
    line: '工作人员看过材料以后换的。您想一起的话已经替您问了，也可以打 96456。',
  },
  'farewell-yours-now': { title: '登记现在由您来办', line: '点开看看，不急。要帮忙就打 96456。' },
  'farewell-certificate': { title: '那天的材料替您留好了', line: '点开看看，什么时候看都行。' },
  'farewell-yearly': { title: '今天是您想记着的日子', line: '您说过这天告诉您一声。点开看看，不看也行。' },
};

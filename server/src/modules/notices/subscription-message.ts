import type { NoticeTopic } from './notices.port';

/**
 * The data of the progress template, by its keys (docs/bureaus/wechat/interface.md). 示例: which template a publisher may
 * use is settled at WeChat, and its keys come with it.
 */
export interface ProgressMessage {
  readonly thing1: string;
  readonly phrase2: string;
  readonly time3: string;
  readonly thing4: string;
}

/** What WeChat shows outside our app: as little as the inbox (`notice-texts.ts`), shortened to what a field holds. */
const words: Readonly<Record<NoticeTopic, Omit<ProgressMessage, 'time3'>>> = {
  'application-progress': { thing1: '您的申请有新进展', phrase2: '请查看', thing4: '点开小程序看看' },
  'paper-requested': { thing1: '您的申请要补几样材料', phrase2: '请查看', thing4: '点开看要带什么、什么时候带' },
  payment: { thing1: '您的申请有新进展', phrase2: '请查看', thing4: '点开小程序看看' },
  payee: { thing1: '您的申请请您看一下', phrase2: '请查看', thing4: '点开小程序看看' },
  'payee-changed': { thing1: '帮您办事的人改了一处', phrase2: '请查看', thing4: '点开看看，不对就打 12345' },
  'follow-up': { thing1: '您最近还好吗', phrase2: '请查看', thing4: '不想说也可以跳过' },
  complaint: { thing1: '您说的事有回音了', phrase2: '请查看', thing4: '点开小程序看看' },
  'paper-due': { thing1: '答应补的材料快到日子了', phrase2: '请查看', thing4: '点开看还差哪几样' },
  decision: { thing1: '您的申请有新进展', phrase2: '请查看', thing4: '点开小程序看看' },
  'booking-confirmed': { thing1: '时间给您约好了', phrase2: '请查看', thing4: '点开看哪天、在哪儿、要带什么' },
  'booking-tomorrow': { thing1: '您约的时间就是明天', phrase2: '请查看', thing4: '点开看几点、在哪儿、要带什么' },
  'booking-asked': { thing1: '有一处等您回话', phrase2: '请查看', thing4: '点开小程序看看' },
  'booking-unanswered': { thing1: '约的时间还差一步', phrase2: '请查看', thing4: '点开看最晚到什么时候' },
  'booking-said-elsewhere': {
    thing1: '有人用您的姓名答应了一个时间',
    phrase2: '请查看',
    thing4: '不是您自己，点开可以取消',
  },
  'booking-not-confirmed': { thing1: '这次没有约上', phrase2: '请查看', thing4: '点开可以再约' },
  'booking-moved': { thing1: '您约的时间改好了', phrase2: '请查看', thing4: '点开看新的时间和地点' },
  'booking-cancelled': { thing1: '您约的时间取消了', phrase2: '请查看', thing4: '那天不用去了，点开看看' },
  'booking-displaced': { thing1: '您约的那天办不了了', phrase2: '请查看', thing4: '给您留了别的时间，点开挑一个' },
  'booking-missed': { thing1: '您约的时间已经过了', phrase2: '请查看', thing4: '没来成也不要紧，点开看看' },
  'booking-word-at-desk': { thing1: '有一件事请您到窗口说', phrase2: '请查看', thing4: '点开小程序看看' },
  'voyage-changed': { thing1: '海上不便出船', phrase2: '请查看', thing4: '给您留了另一天，点开看看' },
  'voyage-off': { thing1: '海上不便出船', phrase2: '请查看', thing4: '事情还在，点开看看' },
  'voyage-suggested': { thing1: '给您留了一个日子', phrase2: '请查看', thing4: '点开看看合不合适' },
  'voyage-confirmed': { thing1: '日子定下来了', phrase2: '请查看', thing4: '点开看几点、到哪儿集合' },
  'voyage-moved': { thing1: '日子改好了', phrase2: '请查看', thing4: '点开看几点、到哪儿集合' },
  'voyage-called-off': { thing1: '那一班的位置放开了', phrase2: '请查看', thing4: '登记还在，点开看看' },
  'voyage-tomorrow': { thing1: '定好的日子是明天', phrase2: '请查看', thing4: '点开看几点、到哪儿集合' },
  'place-kept': { thing1: '给您留了一个时间', phrase2: '请查看', thing4: '点开看最晚到什么时候' },
  'waiting-over': { thing1: '您的候补到这里了', phrase2: '请查看', thing4: '想接着等可以再排' },
  'look-again': { thing1: '家里的情况变了，可以再看看', phrase2: '请查看', thing4: '什么时候看都行' },
  'stopped-by-mistake': { thing1: '有几件事给您停错了', phrase2: '请查看', thing4: '点开看哪些恢复了' },
  'known-elsewhere': { thing1: '有另一个微信登记了您的姓名', phrase2: '请查看', thing4: '不是您自己，请打 12345' },
  'signed-in-your-name': { thing1: '有一个字是用您的名字签的', phrase2: '请查看', thing4: '不是您签的，点开就能收回' },
  'farewell-relative-asks': { thing1: '家里有人想和您一起办', phrase2: '请查看', thing4: '方便的时候回一句就行' },
  'farewell-relative-answered': { thing1: '家里有回音了', phrase2: '请查看', thing4: '点开看看，不急' },
  'farewell-relative-joined': { thing1: '家里又有一位加进来了', phrase2: '请查看', thing4: '点开看看是谁' },
  'farewell-relative-spoke': { thing1: '家里有人说了自己的想法', phrase2: '请查看', thing4: '原来定的照旧，不急' },
  'farewell-relative-out': { thing1: '一起办的亲人改了一下', phrase2: '请查看', thing4: '点开看看，可打 96456' },
  'farewell-handed-over': { thing1: '登记换了一位亲人来办', phrase2: '请查看', thing4: '点开看看，可打 96456' },
  'farewell-yours-now': { thing1: '登记现在由您来办', phrase2: '请查看', thing4: '点开看看，不急' },
  'farewell-certificate': { thing1: '那天的材料替您留好了', phrase2: '请查看', thing4: '什么时候看都行' },
  'farewell-yearly': { thing1: '今天是您想记着的日子', phrase2: '请查看', thing4: '点开看看，不看也行' },
};

/** @throws RangeError naming the field that WeChat would refuse with 47003: our mistake, found before it is sent. */
export function progressMessage(topic: NoticeTopic, at: Date): ProgressMessage {
  const message = { ...words[topic], time3: timeInTianjin(at) };
  for (const [key, value] of Object.entries(message)) {
    if (!fits(key, value)) throw new RangeError(`${key} does not fit what WeChat takes (47003)`);
  }
  return message;
}

const KINDS: Readonly<Record<string, RegExp>> = {
  thing: /^[^\n\r]{1,20}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
  name: /^(\p{Script=Han}{1,10}|[\x20-\x7e]{1,20})$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  number: /^\d{1,32}$/,
  amount: /^([¥￥]\d{1,10}(\.\d{1,2})?|\d{1,10}(\.\d{1,2})?元)$/,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{2}:\d{2}$/,
  date: /^\d{4}(年\d{1,2}月\d{1,2}日|-\d{2}-\d{2})$/,
};

/** Whether WeChat takes the value in a field of this key: the letters of a key name its kind (security.md 1A). */
export function fits(key: string, value: string): boolean {
  const kind = KINDS[key.replace(/\d+$/, '')];
  return kind?.test(value) ?? false;
}

function timeInTianjin(at: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Shanghai',
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' },
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}年${Number(of('month'))}月${Number(of('day'))}日 ${of('hour')}:${of('minute')}`;
}

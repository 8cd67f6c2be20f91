import type { NoticeTopic } from './notices.port';

/** How a message reaches a person beyond the app's inbox, where it always is. */
export type NoticeWay = 'wechat' | 'sms' | 'call';

/** What is known about reaching the person. */
export interface Reach {
  /** A WeChat message may be sent: they asked for one in a tap, and WeChat is connected. */
  readonly wechat: boolean;
  /** They chose messages to their phone, and the gateway is connected. */
  readonly sms: boolean;
  /** A number is known. */
  readonly phone: boolean;
}

/** Whoever waits for the resident, or has an answer for them, is worth a call; a step on the way is not. */
const CALL_FOR: readonly NoticeTopic[] = [
  'paper-requested',
  'decision',
  'payee',
  'payee-changed',
  'booking-displaced',
  'place-kept',
  'voyage-changed',
  'voyage-off',
  'voyage-suggested',
];

/** The ways in the order they are tried; `refused` are over. None: the inbox alone. */
export function nextWay(topic: NoticeTopic, reach: Reach, refused: readonly NoticeWay[] = []): NoticeWay | undefined {
  const open: readonly NoticeWay[] = [
    ...(reach.wechat ? (['wechat'] as const) : []),
    ...(reach.sms ? (['sms'] as const) : []),
    ...(reach.phone && CALL_FOR.includes(topic) ? (['call'] as const) : []),
  ];
  return open.find((way) => !refused.includes(way));
}

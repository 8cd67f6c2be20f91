import type { BureauAnswer } from '../../platform/bureau-http/bureau-answer';
import { type BureauReply, failedWith } from '../../platform/bureau-http/bureau-reply';
import type { CodeAnswer, MessageAnswer } from './wechat.port';

/** WeChat's names for things (docs/bureaus/wechat/interface.md); they stop here. */

/** How an exchange with WeChat ended: something readable came back, or not. */
export type Exchange =
  | { readonly kind: 'answer'; readonly body: Readonly<Record<string, unknown>>; readonly errcode: number }
  | { readonly kind: 'no-answer' };

export const NO_ANSWER: Exchange = { kind: 'no-answer' };
export const BUSY = -1;

const OLD_TOKEN: ReadonlySet<number> = new Set([40001, 42001]);
const NEVER_GOES: ReadonlySet<number> = new Set([40003, 40037, 41030, 47003]);

/** What counts against the line: WeChat's own errors come with status 200 and do not. */
export function readReply({ status, body }: BureauReply): BureauAnswer {
  const readable = status === 200 && typeof body === 'object' && body !== null && !Array.isArray(body);
  return readable ? { kind: 'done', body } : failedWith(status);
}

/** A success may carry no `errcode` at all. */
export function exchangeOf(answer: BureauAnswer): Exchange {
  if (answer.kind !== 'done') return NO_ANSWER;
  const body = answer.body as Readonly<Record<string, unknown>>;
  const { errcode = 0 } = body;
  return typeof errcode === 'number' ? { kind: 'answer', body, errcode } : NO_ANSWER;
}

/** Whether another try may help: WeChat is busy, broken, or said nothing. */
export function isPassing(exchange: Exchange): boolean {
  return exchange.kind === 'no-answer' || exchange.errcode === BUSY;
}

/** WeChat's number to raise an alarm with; none when it is one the caller expects, or passes by itself. */
export function alarmOf(exchange: Exchange, expected: ReadonlySet<number>): number | undefined {
  if (exchange.kind === 'no-answer' || expected.has(exchange.errcode) || exchange.errcode === BUSY) return undefined;
  return exchange.errcode === 0 ? undefined : exchange.errcode;
}

/** Of a login code: everything that says something of the user. The rest is ours or WeChat's. */
export const CODE_ANSWERS: ReadonlySet<number> = new Set([40029, 40163, 40226, 45011]);

export function readCodeAnswer(exchange: Exchange): CodeAnswer {
  if (exchange.kind === 'no-answer') return { kind: 'unavailable' };
  const { openid } = exchange.body;
  switch (exchange.errcode) {
    case 0:
      return isOpenid(openid) ? { kind: 'signed-in', openid } : { kind: 'unavailable' };
    case 40029:
    case 40163:
      return { kind: 'sign-in-again' };
    case 40226:
      return { kind: 'blocked' };
    case 45011:
      return { kind: 'too-often' };
    default:
      return { kind: 'unavailable' };
  }
}

/** Of a message: 43101 is the resident's no and nobody's fault. */
export const MESSAGE_ANSWERS: ReadonlySet<number> = new Set([43101]);

export function readMessageAnswer(exchange: Exchange): MessageAnswer {
  if (exchange.kind === 'no-answer') return 'later';
  if (exchange.errcode === 0) return 'sent';
  if (exchange.errcode === 43101) return 'refused';
  return NEVER_GOES.has(exchange.errcode) ? 'impossible' : 'later';
}

export function saysOldToken(exchange: Exchange): boolean {
  return exchange.kind === 'answer' && OLD_TOKEN.has(exchange.errcode);
}

/** The token and how many seconds it is good for; none when WeChat gave none. */
export function readToken(exchange: Exchange): { readonly token: string; readonly seconds: number } | undefined {
  if (exchange.kind === 'no-answer' || exchange.errcode !== 0) return undefined;
  const { access_token: token, expires_in: seconds } = exchange.body;
  if (typeof token !== 'string' || token === '' || typeof seconds !== 'number' || !(seconds > 0)) return undefined;
  return { token, seconds };
}

function isOpenid(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{6,128}$/.test(value);
}

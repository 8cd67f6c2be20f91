import { type BureauAnswer, BureauNonsense } from '../../platform/bureau-http/bureau-answer';
import { type BureauReply, failedWith } from '../../platform/bureau-http/bureau-reply';
import type { SmsMessage } from './sms.port';

/** The gateway's names for things (docs/bureaus/sms/interface.md); they stop here. */
export const SEND_PATH = '/v1/messages';
const LONGEST_TEXT = 200;

/** In plain spaces: a gateway that speaks GBK has no sign for the ones that keep a day on one line. @throws RangeError */
export function writeMessage({ id, channel, phone, text }: SmsMessage): object {
  if ([...text].length > LONGEST_TEXT) throw new RangeError(`a message holds ${LONGEST_TEXT} characters`);
  return { id, channel, phone, text: text.replaceAll('\u00a0', ' ') };
}

/** @throws BureauNonsense when a 200 does not say whether it was taken. */
export function readSendAnswer({ status, body }: BureauReply): BureauAnswer {
  const accepted = memberOf(body, 'accepted');
  if (status === 200) {
    if (accepted !== true) throw new BureauNonsense('sms', 'accepted');
    return { kind: 'done', body: undefined };
  }
  if (status === 400 && accepted === false) {
    const reason = memberOf(body, 'reason');
    return { kind: 'rejected', code: typeof reason === 'string' && /^[\w-]{1,40}$/.test(reason) ? reason : 'refused' };
  }
  return failedWith(status);
}

function memberOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined;
}

import type { BureauAnswer } from '../../platform/bureau-http/bureau-answer';

/** Something to say to a phone. */
export interface SmsMessage {
  /** One message goes out for one id, however often it is handed over. */
  readonly id: string;
  /** `voice`: read aloud, for a landline too. */
  readonly channel: 'sms' | 'voice';
  readonly phone: string;
  /** At most 200 characters. */
  readonly text: string;
}

/** The city's gateway for text messages and calls read aloud. */
export abstract class Sms {
  /** Whether there is a gateway (`SMS_URL`). */
  abstract readonly connected: boolean;

  /**
   * `rejected`: it will never go, e.g. a number that cannot take it.
   * @throws Error while a transaction is open, RangeError for a text that is too long: our mistakes.
   */
  abstract send(message: SmsMessage): Promise<BureauAnswer>;
}

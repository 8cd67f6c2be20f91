import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { BureauAnswer } from '../../platform/bureau-http/bureau-answer';
import { BureauHttp } from '../../platform/bureau-http/bureau-http';
import { Config } from '../../platform/config/config';
import {
  FuneralAffairs,
  type FuneralEvent,
  type PhoneAnswer,
  type SeaParty,
  type SeaPlace,
  type SeaVoyage,
} from './funeral-affairs.port';
import { readAnswer, readEvent, toConfirm, toEnd, toMove, toParty, toPhoneAnswer } from './wire';

@Injectable()
export class FuneralAffairsClient extends FuneralAffairs {
  constructor(
    private readonly http: BureauHttp,
    private readonly config: Config,
  ) {
    super();
  }

  confirm(key: string, place: SeaPlace, at: Date): Promise<BureauAnswer> {
    return this.post('orders', key, toConfirm(place, at));
  }

  move(key: string, booking: string, to: SeaVoyage, at: Date): Promise<BureauAnswer> {
    return this.post('orders/move', key, toMove(booking, to, at));
  }

  suspend(key: string, booking: string, at: Date): Promise<BureauAnswer> {
    return this.post('orders/suspend', key, toEnd(booking, at));
  }

  cancel(key: string, booking: string, at: Date): Promise<BureauAnswer> {
    return this.post('orders/cancel', key, toEnd(booking, at));
  }

  changeParty(key: string, booking: string, party: SeaParty, at: Date): Promise<BureauAnswer> {
    return this.post('orders/party', key, toParty(booking, party, at));
  }

  answerPhone(key: string, answer: PhoneAnswer, at: Date): Promise<BureauAnswer> {
    return this.post('phone-answers', key, toPhoneAnswer(answer, at));
  }

  /** By the key we send with; the texts of passes and of signed requests begin differently. */
  passSeal(text: string): string | undefined {
    const key = this.config.bureaus['funeral-affairs']?.send.key;
    return key && createHmac('sm3', key).update(text).digest('hex');
  }

  readEvent(type: string, body: unknown): FuneralEvent {
    return readEvent(type, body);
  }

  private post(what: string, key: string, body: object): Promise<BureauAnswer> {
    const call = { method: 'POST', path: `/bzxx/hz/${what}`, key, body, read: readAnswer } as const;
    return this.http.for('funeral-affairs').call(call);
  }
}

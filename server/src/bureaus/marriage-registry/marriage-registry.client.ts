import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { BureauAnswer } from '../../platform/bureau-http/bureau-answer';
import { BureauHttp } from '../../platform/bureau-http/bureau-http';
import { Config } from '../../platform/config/config';
import {
  type DeskAnswer,
  MarriageRegistry,
  type RecordReview,
  type RegistryAppointment,
  type RegistryEvent,
  type RegistryTime,
} from './marriage-registry.port';
import { readAnswer, readEvent, toConfirm, toDeskAnswer, toEnd, toMove, toReview } from './wire';

@Injectable()
export class MarriageRegistryClient extends MarriageRegistry {
  constructor(
    private readonly http: BureauHttp,
    private readonly config: Config,
  ) {
    super();
  }

  confirm(key: string, appointment: RegistryAppointment, at: Date): Promise<BureauAnswer> {
    return this.post('appointments', key, toConfirm(appointment, at));
  }

  move(key: string, booking: string, to: RegistryTime, at: Date): Promise<BureauAnswer> {
    return this.post('appointments/move', key, toMove(booking, to, at));
  }

  cancel(key: string, booking: string, at: Date): Promise<BureauAnswer> {
    return this.post('appointments/cancel', key, toEnd(booking, at));
  }

  suspend(key: string, booking: string, at: Date): Promise<BureauAnswer> {
    return this.post('appointments/suspend', key, toEnd(booking, at));
  }

  review(key: string, review: RecordReview, at: Date): Promise<BureauAnswer> {
    return this.post('reviews', key, toReview(review, at));
  }

  answerDesk(key: string, answer: DeskAnswer, at: Date): Promise<BureauAnswer> {
    return this.post('desk-answers', key, toDeskAnswer(answer, at));
  }

  /** By the key we send with; the texts of passes and of signed requests begin differently. */
  passSeal(text: string): string | undefined {
    const key = this.config.bureaus['marriage-registry']?.send.key;
    return key && createHmac('sm3', key).update(text).digest('hex');
  }

  readEvent(type: string, body: unknown): RegistryEvent {
    return readEvent(type, body);
  }

  private post(what: string, key: string, body: object): Promise<BureauAnswer> {
    const call = { method: 'POST', path: `/hydj/api/${what}`, key, body, read: readAnswer } as const;
    return this.http.for('marriage-registry').call(call);
  }
}

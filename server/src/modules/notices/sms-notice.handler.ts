import { Injectable } from '@nestjs/common';
import { Sms } from '../../bureaus/sms/sms.port';
import { type BureauAnswer, type FinalAnswer, notAtNight } from '../../platform/bureau-http/bureau-answer';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config/config';
import { HandlesTopic, OutboxHandler, type OutboxMessage } from '../../platform/outbox/outbox-handler';
import { quietUntil } from '../../platform/quiet-until';
import { Contacts } from './contacts';
import { Deliveries } from './deliveries.service';
import { Leaving } from './leaving';
import { NOT_WANTED } from './messages-purpose';
import { SMS_TEXT } from './sms-text';
import { TOO_LATE, tooLate } from './timing';

/** Sends text messages; whether they are still wanted, and to which number, is asked when one leaves. */
@Injectable()
@HandlesTopic('sms.notice-sent')
export class SmsNoticeHandler extends OutboxHandler {
  constructor(
    private readonly sms: Sms,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly leaving: Leaving,
    private readonly contacts: Contacts,
    private readonly deliveries: Deliveries,
  ) {
    super();
  }

  async deliver(message: OutboxMessage): Promise<BureauAnswer> {
    const now = this.clock.now();
    if (tooLate(message, now)) return TOO_LATE;
    if (quietUntil(this.config.quietHours, now) !== undefined) return notAtNight;
    const notice = await this.leaving.wanted(message);
    const contact = notice && (await this.contacts.find(notice));
    if (contact?.phone === undefined) return NOT_WANTED;
    return this.sms.send({ id: message.id, channel: 'sms', phone: contact.phone, text: SMS_TEXT });
  }

  async settled(message: OutboxMessage, answer: FinalAnswer): Promise<void> {
    if (answer.kind !== 'rejected') return;
    const notice = await this.leaving.find(message);
    if (notice !== null) await this.deliveries.send(notice, ['wechat', 'sms']);
  }
}

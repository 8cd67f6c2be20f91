import { Injectable } from '@nestjs/common';
import { Sms } from '../../../bureaus/sms/sms.port';
import type { BureauAnswer } from '../../../platform/bureau-http/bureau-answer';
import { Config } from '../../../platform/config/config';
import { Outbox } from '../../../platform/outbox/outbox';
import { HandlesTopic, OutboxHandler, type OutboxMessage } from '../../../platform/outbox/outbox-handler';
import { adultProblems } from './adult-problems';
import { adultWords } from './adult-words';

interface LinkSent {
  readonly phone: string;
  readonly token: string;
}

/** A link as a text message, for whoever is not in WeChat with the one who asks. */
@Injectable()
export class SignatureSms {
  constructor(
    private readonly sms: Sms,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Problem 422 `signature.no-sms` where there is no gateway: no link was made then. */
  async send(phone: string, token: string): Promise<void> {
    if (!this.sms.connected) throw adultProblems.noSms();
    const payload: LinkSent = { phone, token };
    await this.outbox.append({
      topic: 'sms.signature-link-sent',
      bureau: 'sms',
      order: `signature:${token.slice(0, 8)}`,
      payload,
    });
  }
}

@Injectable()
@HandlesTopic('sms.signature-link-sent')
export class SignatureLinkSent extends OutboxHandler {
  constructor(
    private readonly sms: Sms,
    private readonly config: Config,
  ) {
    super();
  }

  deliver({ id, payload }: OutboxMessage): Promise<BureauAnswer> {
    const { phone, token } = payload as LinkSent;
    const address = `${this.config.publicOrigin}/#/packages/mine/authorise/index?t=${token}`;
    return this.sms.send({ id, channel: 'sms', phone, text: adultWords.sms(address, this.config.signatureLinkHours) });
  }

  /** A number that takes none: the applicant has the link too, and other ways. */
  settled(): Promise<void> {
    return Promise.resolve();
  }
}

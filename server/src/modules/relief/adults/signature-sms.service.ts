import { Injectable } from '@nestjs/common';
import { Sms } from '../../../bureaus/sms/sms.port';
import { type BureauAnswer, notAtNight, notSent } from '../../../platform/bureau-http/bureau-answer';
import { Clock } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { Outbox } from '../../../platform/outbox/outbox';
import { HandlesTopic, OutboxHandler, type OutboxMessage } from '../../../platform/outbox/outbox-handler';
import { quietUntil } from '../../../platform/quiet-until';
import { TextedNumbers } from '../../texting/texted-numbers.port';
import { adultProblems } from './adult-problems';
import { adultWords } from './adult-words';
import { Invitations } from './invitations.service';

const HOUR_MS = 3_600_000;
const GONE = notSent('gone');

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
    private readonly texted: TextedNumbers,
  ) {}

  /**
   * Inside the transaction that makes the link.
   * @throws Problem 422 `signature.no-sms` where there is no gateway, 429 `signature.too-many-texts` when the account or the
   * number had its day's share: no link was made then.
   */
  async send(accountId: string, phone: string, token: string): Promise<void> {
    if (!this.sms.connected) throw adultProblems.noSms();
    if (!(await this.texted.take(accountId, phone))) throw adultProblems.tooManyTexts();
    const payload: LinkSent = { phone, token };
    await this.outbox.append({
      topic: 'sms.signature-link-sent',
      bureau: 'sms',
      order: `signature:${token.slice(0, 8)}`,
      payload,
    });
  }
}

/** Carries the link to the phone, by day, as long as there is something to open. */
@Injectable()
@HandlesTopic('sms.signature-link-sent')
export class SignatureLinkSent extends OutboxHandler {
  constructor(
    private readonly sms: Sms,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly invitations: Invitations,
  ) {
    super();
  }

  async deliver({ id, payload }: OutboxMessage): Promise<BureauAnswer> {
    const now = this.clock.now();
    if (quietUntil(this.config.quietHours, now) !== undefined) return notAtNight;
    const { phone, token } = payload as LinkSent;
    const address = `${this.config.publicOrigin}/#/packages/mine/authorise/index?t=${token}`;
    const until = await this.invitations.openUntil(token);
    if (!until) return GONE;
    const hours = Math.round((until.getTime() - now.getTime()) / HOUR_MS);
    return this.sms.send({ id, channel: 'sms', phone, text: adultWords.sms(address, hours) });
  }

  /** A number that takes none: the applicant has the link too, and other ways. */
  settled(): Promise<void> {
    return Promise.resolve();
  }
}

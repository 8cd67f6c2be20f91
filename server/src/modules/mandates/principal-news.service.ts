import { Injectable } from '@nestjs/common';
import { Sms } from '../../bureaus/sms/sms.port';
import { type BureauAnswer, notAtNight } from '../../platform/bureau-http/bureau-answer';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config/config';
import { Outbox } from '../../platform/outbox/outbox';
import { HandlesTopic, OutboxHandler, type OutboxMessage } from '../../platform/outbox/outbox-handler';
import { quietUntil } from '../../platform/quiet-until';
import { TextedNumbers } from '../texting/texted-numbers.port';
import { MandatesService } from './mandates.service';
import { PrincipalNews } from './principal-news.port';
import { ReadBacks } from './read-back.service';

/** Whole when it was asked for: whoever helps may be gone, with all they asked for, before the morning. */
interface PayeeTold {
  readonly phone: string;
  readonly text: string;
}

@Injectable()
export class PrincipalNewsService extends PrincipalNews {
  constructor(
    private readonly sms: Sms,
    private readonly mandates: MandatesService,
    private readonly readBacks: ReadBacks,
    private readonly texted: TextedNumbers,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  async payeeChanged(mandateId: string): Promise<void> {
    const row = await this.mandates.findRow({ id: mandateId });
    if (!this.sms.connected || row?.state !== 'acting' || row.way === 'account') return;
    const { phone } = this.mandates.principalOf(row);
    if (!phone?.startsWith('1') || !(await this.texted.takeNotice(phone))) return;
    const payload: PayeeTold = { phone, text: await this.readBacks.payeeChanged(row) };
    await this.outbox.append({ topic: 'sms.mandate-payee-changed', bureau: 'sms', order: row.id, payload });
  }
}

/** Carries it to their phone, by day. */
@Injectable()
@HandlesTopic('sms.mandate-payee-changed')
export class PayeeChangeTold extends OutboxHandler {
  constructor(
    private readonly sms: Sms,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    super();
  }

  async deliver({ id, payload }: OutboxMessage): Promise<BureauAnswer> {
    if (quietUntil(this.config.quietHours, this.clock.now()) !== undefined) return notAtNight;
    const { phone, text } = payload as PayeeTold;
    return this.sms.send({ id, channel: 'sms', phone, text });
  }

  /** A number that takes none: what was kept stands, and the bureau asks before it pays (J6). */
  settled(): Promise<void> {
    return Promise.resolve();
  }
}

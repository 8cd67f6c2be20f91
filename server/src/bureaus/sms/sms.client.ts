import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { BureauAnswer } from '../../platform/bureau-http/bureau-answer';
import { BureauLine } from '../../platform/bureau-http/bureau-line';
import { Egress } from '../../platform/bureau-http/egress';
import { Config } from '../../platform/config/config';
import { Transactions } from '../../platform/database/transactions';
import { Sms, type SmsMessage } from './sms.port';
import { readSendAnswer, SEND_PATH, writeMessage } from './wire';

/** The gateway stands in the city's own network and takes no signature. Its line has the limits of the bureaus'. */
@Injectable()
export class SmsClient extends Sms implements OnModuleDestroy {
  private readonly logger = new Logger('Sms');
  private readonly gateway: { readonly line: BureauLine; readonly path: string } | undefined;

  constructor(
    config: Config,
    private readonly transactions: Transactions,
  ) {
    super();
    if (config.smsUrl === undefined) return;
    const { origin, pathname } = new URL(config.smsUrl);
    const line = new BureauLine(origin, Egress.of(config, config.smsNetworks));
    this.gateway = { line, path: `${pathname.replace(/\/$/, '')}${SEND_PATH}` };
  }

  get connected(): boolean {
    return this.gateway !== undefined;
  }

  async onModuleDestroy(): Promise<void> {
    await this.gateway?.line.hangUp();
  }

  async send(message: SmsMessage): Promise<BureauAnswer> {
    if (this.transactions.isOpen) throw new Error('a call to the gateway inside a transaction would keep it open');
    if (this.gateway === undefined) return { kind: 'failed', answered: false, why: 'not connected' };
    const { line, path } = this.gateway;
    const request = {
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(writeMessage(message)),
    } as const;
    const answer = await line.exchange(request, readSendAnswer);
    this.logger.log({ channel: message.channel, answer: answer.kind });
    return answer;
  }
}

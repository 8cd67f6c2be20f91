import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { BureauLine } from '../../platform/bureau-http/bureau-line';
import { Egress } from '../../platform/bureau-http/egress';
import type { WechatAccount } from '../../platform/config/bureau-address';
import { Config } from '../../platform/config/config';
import { Transactions } from '../../platform/database/transactions';
import { type IssuedToken, StableToken } from './stable-token';
import { type CodeAnswer, type MessageAnswer, type SubscriptionMessage, Wechat } from './wechat.port';
import * as wire from './wire';

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };
const RETRIES = 2;
/** A resident waits for the answer: after this no further try begins. */
const PATIENCE_MS = 3000;

/**
 * WeChat over HTTPS. The app secret and the token stand in addresses and bodies: none of them is ever logged, thrown
 * or returned; an alarm line names the call and WeChat's number for what is wrong. Its line has the bureaus' limits.
 */
@Injectable()
export class WechatClient extends Wechat implements OnModuleDestroy {
  private readonly logger = new Logger('Wechat');
  private readonly token = new StableToken(
    () => this.fetchToken(),
    () => performance.now(),
  );
  private readonly account: WechatAccount | undefined;
  private readonly line: BureauLine | undefined;

  constructor(
    config: Config,
    private readonly transactions: Transactions,
  ) {
    super();
    this.account = config.wechat;
    if (config.wechat === undefined) return;
    const { url, networks } = config.wechat;
    this.line = new BureauLine(new URL(url).origin, Egress.of(config, networks));
  }

  get connected(): boolean {
    return this.account !== undefined;
  }

  async onModuleDestroy(): Promise<void> {
    await this.line?.hangUp();
  }

  async redeem(code: string): Promise<CodeAnswer> {
    const { account } = this;
    if (account === undefined) return { kind: 'unavailable' };
    const query = new URLSearchParams({
      appid: account.appId,
      secret: account.appSecret,
      js_code: code,
      grant_type: 'authorization_code',
    });
    const exchange = await this.ask(`/sns/jscode2session?${query}`, undefined);
    this.alarm('jscode2session', exchange, wire.CODE_ANSWERS);
    return wire.readCodeAnswer(exchange);
  }

  async send(message: SubscriptionMessage): Promise<MessageAnswer> {
    const first = await this.sendOnce(message);
    // the token was replaced before its time: a new one, and one more try
    const exchange = wire.saysOldToken(first) ? await this.sendOnce(message) : first;
    this.alarm('subscribe/send', exchange, wire.MESSAGE_ANSWERS);
    return wire.readMessageAnswer(exchange);
  }

  private async sendOnce({ openid, template, page, data }: SubscriptionMessage): Promise<wire.Exchange> {
    const token = await this.token.get();
    if (token === undefined) return wire.NO_ANSWER;
    const exchange = await this.ask(`/cgi-bin/message/subscribe/send?access_token=${encodeURIComponent(token)}`, {
      touser: openid,
      template_id: template,
      ...(page === undefined ? {} : { page }),
      data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }])),
    });
    if (wire.saysOldToken(exchange)) this.token.drop(token);
    return exchange;
  }

  private async fetchToken(): Promise<IssuedToken | undefined> {
    const { account } = this;
    if (account === undefined) return undefined;
    const exchange = await this.ask('/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: account.appId,
      secret: account.appSecret,
    });
    this.alarm('stable_token', exchange, new Set());
    return wire.readToken(exchange);
  }

  /** GET without a body, else POST. Busy, broken and silent are tried again, at most twice. */
  private async ask(path: string, body: object | undefined): Promise<wire.Exchange> {
    if (this.transactions.isOpen) throw new Error('no call to WeChat while a transaction is open');
    const began = performance.now();
    for (let tries = 0; ; tries += 1) {
      const exchange = await this.askOnce(path, body);
      const spent = performance.now() - began;
      if (!wire.isPassing(exchange) || tries === RETRIES || spent > PATIENCE_MS) return exchange;
      await pause(100 * 2 ** tries * (0.5 + Math.random()));
    }
  }

  private async askOnce(path: string, body: object | undefined): Promise<wire.Exchange> {
    if (this.line === undefined || this.account === undefined) return wire.NO_ANSWER;
    const base = new URL(this.account.url).pathname.replace(/\/$/, '');
    const request = {
      path: `${base}${path}`,
      ...(body === undefined
        ? ({ method: 'GET', headers: {}, body: '' } as const)
        : ({ method: 'POST', headers: JSON_HEADERS, body: JSON.stringify(body) } as const)),
    };
    return wire.exchangeOf(await this.line.exchange(request, wire.readReply));
  }

  private alarm(call: string, exchange: wire.Exchange, expected: ReadonlySet<number>): void {
    const errcode = wire.alarmOf(exchange, expected);
    if (exchange.kind === 'no-answer') this.logger.warn({ call, said: 'nothing we can use' });
    else if (errcode !== undefined) this.logger.error({ alarm: 'wechat-refuses-us', call, errcode });
  }
}

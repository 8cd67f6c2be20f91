import { Injectable } from '@nestjs/common';
import { type MessageAnswer, Wechat } from '../../bureaus/wechat/wechat.port';
import { type BureauAnswer, type FinalAnswer, notAtNight, notSent } from '../../platform/bureau-http/bureau-answer';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config/config';
import { HandlesTopic, OutboxHandler, type OutboxMessage } from '../../platform/outbox/outbox-handler';
import { quietUntil } from '../../platform/quiet-until';
import { Accounts } from '../sessions/accounts.port';
import { Deliveries } from './deliveries.service';
import { Grants } from './grants.service';
import { Leaving } from './leaving';
import { NOT_WANTED } from './messages-purpose';
import type { Notice } from './notice.entity';
import { progressMessage } from './subscription-message';
import { TOO_LATE, tooLate } from './timing';

/** WeChat's no to this message: the resident's grant is gone. */
const REFUSED = '43101';

const ANSWERS: Readonly<Record<MessageAnswer, BureauAnswer>> = {
  sent: { kind: 'done', body: undefined },
  refused: { kind: 'rejected', code: REFUSED },
  impossible: { kind: 'rejected', code: 'impossible' },
  later: { kind: 'failed', answered: false, why: 'WeChat gave no answer' },
};
/** Nobody to write to, or nothing to write with. */
const IMPOSSIBLE = notSent('impossible');

/** Where a tap on it leads: to the application, or to the inbox, which knows the way to everything else. */
const pageOf = ({ aboutKind, aboutId }: Notice): string =>
  aboutKind === 'application' ? `packages/relief/case/index?id=${aboutId}` : 'packages/mine/notices/index';

/**
 * Sends subscription messages; whether they are still wanted is asked when one leaves. WeChat knows no idempotency key: when an answer is lost, the next try meets a grant that
 * is used up (43101), because one grant is good for one message; so nobody is written to twice.
 */
@Injectable()
@HandlesTopic('wechat.notice-sent')
export class WechatNoticeHandler extends OutboxHandler {
  constructor(
    private readonly wechat: Wechat,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly leaving: Leaving,
    private readonly accounts: Accounts,
    private readonly grants: Grants,
    private readonly deliveries: Deliveries,
  ) {
    super();
  }

  async deliver(message: OutboxMessage): Promise<BureauAnswer> {
    const now = this.clock.now();
    if (tooLate(message, now)) return TOO_LATE;
    if (quietUntil(this.config.quietHours, now) !== undefined) return notAtNight;
    const notice = await this.leaving.wanted(message);
    if (notice === null) return NOT_WANTED;
    const openid = await this.accounts.findOpenid(notice.accountId);
    const template = this.config.wechat?.progressTemplate;
    if (openid === undefined || openid === null || template === undefined) return IMPOSSIBLE;
    const data = { ...progressMessage(notice.topic, notice.createdAt) };
    return ANSWERS[await this.wechat.send({ openid, template, page: pageOf(notice), data })];
  }

  async settled(message: OutboxMessage, answer: FinalAnswer): Promise<void> {
    if (answer.kind !== 'rejected') return;
    const notice = await this.leaving.find(message);
    if (notice === null) return;
    const template = this.config.wechat?.progressTemplate;
    if (answer.code === REFUSED && template !== undefined) await this.grants.useUp(notice.accountId, template);
    await this.deliveries.send(notice, ['wechat']);
  }
}

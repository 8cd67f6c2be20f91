import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Transactions } from '../../platform/database/transactions';
import { NoticeGrant } from './notice-grant.entity';

/** What `wx.requestSubscribeMessage` said about one template. */
export const GRANT_RESULTS = ['accept', 'reject', 'ban', 'filter'] as const;
export type GrantResult = (typeof GRANT_RESULTS)[number];

/** More yeses than messages an application has steps: beyond it a count only grows by mistake. */
const MOST = 50;

/** How many messages an account has allowed at WeChat. All SQL about it. */
@Injectable()
export class Grants {
  constructor(private readonly transactions: Transactions) {}

  /** A yes counts one; a ban ends what was left; a no changes nothing, for earlier yeses stand at WeChat too. */
  record(accountId: string, results: readonly { template: string; result: GrantResult }[]): Promise<void> {
    return this.transactions.run(async () => {
      for (const { template, result } of results) {
        if (result === 'accept') await this.add(accountId, template);
        else if (result === 'ban') await this.useUp(accountId, template);
      }
    });
  }

  async has(accountId: string, templateId: string): Promise<boolean> {
    const where = { accountId, templateId, remaining: MoreThan(0) };
    return (await this.transactions.manager.countBy(NoticeGrant, where)) > 0;
  }

  /** Takes one; false when none is left. Two at once cannot take the same. */
  async take(accountId: string, templateId: string): Promise<boolean> {
    const { affected } = await this.transactions.manager.update(
      NoticeGrant,
      { accountId, templateId, remaining: MoreThan(0) },
      { remaining: () => 'remaining - 1' },
    );
    return affected === 1;
  }

  /** WeChat says that there are none, or the resident did. */
  async useUp(accountId: string, templateId: string): Promise<void> {
    await this.transactions.manager.update(NoticeGrant, { accountId, templateId }, { remaining: 0 });
  }

  private async add(accountId: string, templateId: string): Promise<void> {
    const { manager } = this.transactions;
    const none = { accountId, templateId, remaining: 0 };
    await manager
      .createQueryBuilder()
      .insert()
      .into(NoticeGrant)
      .values(none)
      .orUpdate(['account_id'], ['account_id', 'template_id'])
      .execute();
    const remaining = () => `CASE WHEN remaining < ${MOST} THEN remaining + 1 ELSE remaining END`;
    await manager.update(NoticeGrant, { accountId, templateId }, { remaining });
  }
}

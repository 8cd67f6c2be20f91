import { randomUUID } from 'node:crypto';
import type { DisclosureView } from '@jinmen/shared/residents/rights';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../../../platform/clock';
import type { Upstream } from '../../../platform/config/bureau-address';
import { Transactions } from '../../../platform/database/transactions';
import { type Page, type PageRequest, pageOf } from '../../../platform/http/page';
import type { Carried } from '../../../platform/outbox/outbox-watch.port';
import { matterOf } from '../catalogue/matters';
import { RowOwners } from '../row-owners.service';
import { basisWords, receivers } from '../words';
import { Disclosure } from './disclosure.entity';
import { type AskedAtOnce, Disclosures } from './disclosures.port';
import { askedTopics, type SharedTopic, sharedTopics } from './topics';

/** All SQL about disclosures: rows are only added, and read by whose data they were. */
@Injectable()
export class DisclosuresService extends Disclosures {
  constructor(
    private readonly transactions: Transactions,
    private readonly owners: RowOwners,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** A message a bureau has got, once for each account whose data it was. In the transaction that marks it. */
  async received({ id, topic, bureau, order, accounts: theirs }: Carried): Promise<void> {
    const shared = sharedTopics[topic];
    if (!shared) return;
    const accounts = theirs ?? (await this.owners.accountsOf(shared.table, order));
    for (const accountId of accounts.length > 0 ? accounts : [null]) {
      await this.add({ messageId: id, accountId, bureau, topic, object: order }, shared);
    }
  }

  asked({ accountId, topic, object }: AskedAtOnce): Promise<void> {
    const { bureau, ...shared } = askedTopics[topic];
    return this.add({ messageId: randomUUID(), accountId, bureau, topic, object }, shared);
  }

  /** Newest first. */
  async list(accountId: string, { limit, after }: PageRequest): Promise<Page<DisclosureView>> {
    const rows = await this.transactions.manager.find(Disclosure, {
      where: after
        ? [
            { accountId, at: LessThan(after.at) },
            { accountId, at: after.at, id: LessThan(after.id) },
          ]
        : { accountId },
      order: { at: 'DESC', id: 'DESC' },
      take: limit + 1,
    });
    return pageOf(rows, limit, (row) => row, viewOf);
  }

  private async add(
    row: Omit<Disclosure, 'id' | 'told' | 'at'>,
    { matter, what, basis: own }: Pick<SharedTopic, 'matter' | 'what' | 'basis'>,
  ): Promise<void> {
    const { purpose, basis } = matterOf(matter);
    const told = { what, purpose, basis: own ?? basis.flatMap(basisWords) };
    await this.transactions.manager.insert(Disclosure, { ...row, id: randomUUID(), told, at: this.clock.now() });
  }
}

function viewOf({ id, at, bureau, told }: Disclosure): DisclosureView {
  // written with a bureau of ours; one that was given up since is told by its code
  return { id, at: at.toISOString(), to: receivers[bureau as Upstream] ?? bureau, ...told };
}

import { createHash } from 'node:crypto';
import { guides, programmes, RULES_RELEASE, rulesVersionOf, services } from '@jinmen/shared/catalogue';
import { doors } from '@jinmen/shared/facts/doors';
import { facts } from '@jinmen/shared/facts/facts';
import { questions } from '@jinmen/shared/facts/questions';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { insertOnce } from '../../platform/database/insert-once';
import { Transactions } from '../../platform/database/transactions';
import { TaggedReply } from '../../platform/http/etag';
import { RememberedReads } from '../../platform/http/remembered-reads';
import { Standards } from '../standards/standards.port';
import { CatalogueVersion } from './catalogue-version.entity';

@Injectable()
export class CatalogueService implements OnApplicationBootstrap {
  private readonly remembered: RememberedReads<undefined>;
  private cached: { readonly rulesVersion: string; readonly reply: TaggedReply } | undefined;

  constructor(
    private readonly standards: Standards,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    this.remembered = new RememberedReads(clock);
  }

  /** Records that this database is served with these rules, once. */
  async onApplicationBootstrap(): Promise<void> {
    const contentHash = createHash('sha256').update(JSON.stringify({ programmes, facts, questions })).digest('hex');
    const key = { release: RULES_RELEASE, contentHash };
    const row = () => ({ ...key, firstServedAt: this.clock.now() });
    await insertOnce(this.transactions.manager, CatalogueVersion, key, row);
  }

  /** Programmes, facts, questions and guides, and the version of the rules in force today. */
  reply(): Promise<TaggedReply> {
    return this.remembered.read('catalogue', undefined, async () => ({ body: await this.written() }));
  }

  private async written(): Promise<TaggedReply> {
    const { rows } = await this.standards.table();
    const rulesVersion = rulesVersionOf(rows, this.clock.today());
    if (this.cached?.rulesVersion === rulesVersion) return this.cached.reply;
    const reply = TaggedReply.of(catalogueBody(rulesVersion));
    this.cached = { rulesVersion, reply };
    return reply;
  }
}

function catalogueBody(rulesVersion: string) {
  return {
    rulesVersion,
    programmes: programmes.map(({ code, title, formalName, summary, bureau, door, words, guide }) => {
      return { code, title, formalName, summary, bureau, door, words, guide };
    }),
    services,
    doors,
    facts,
    questions,
    guides,
  };
}

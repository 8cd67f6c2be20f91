import { rulesVersionOf } from '@jinmen/shared/catalogue';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { standardsInForce } from '@jinmen/shared/standards/in-force';
import { Injectable } from '@nestjs/common';
import { TaggedReply } from '../../platform/http/etag';
import { Standards, type StandardsTable } from './standards.port';
import { StandardsRepository } from './standards.repository';

/** Days kept written out at once; phones ask for today, a few for another day. */
const MAX_REPLIES = 32;

/** Replies belong to one version of the table: one that is still being written must not end up under the next. */
interface CachedTable {
  readonly table: StandardsTable;
  readonly replies: Map<CivilDate, TaggedReply>;
}

/** The table, read again only when its version moved: one tiny query a request. */
@Injectable()
export class StandardsService extends Standards {
  private cached: CachedTable | undefined;

  constructor(private readonly repository: StandardsRepository) {
    super();
  }

  async table(): Promise<StandardsTable> {
    return (await this.current()).table;
  }

  /** The rows in force on the day, with the table's version. */
  async replyFor(asOf: CivilDate): Promise<TaggedReply> {
    const { table, replies } = await this.current();
    const known = replies.get(asOf);
    if (known) return known;
    const { rows, version } = table;
    const rulesVersion = rulesVersionOf(rows, asOf);
    const reply = TaggedReply.of({ asOf, rulesVersion, standards: standardsInForce(rows, asOf), version });
    if (replies.size >= MAX_REPLIES) replies.clear();
    replies.set(asOf, reply);
    return reply;
  }

  private async current(): Promise<CachedTable> {
    const version = await this.repository.version();
    if (this.cached?.table.version === version) return this.cached;
    const rows = (await this.repository.list()).map(({ row }) => row);
    const fresh = { table: { rows, version }, replies: new Map() };
    this.cached = fresh;
    return fresh;
  }
}

import { rulesVersionOf } from '@jinmen/shared/catalogue';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { standardsInForce } from '@jinmen/shared/standards/in-force';
import { Injectable } from '@nestjs/common';
import { TaggedReply } from '../../platform/http/etag';
import { Standards, type StandardsTable } from './standards.port';
import { StandardsRepository } from './standards.repository';

/** Days kept written out at once; phones ask for today, a few for another day. */
const MAX_REPLIES = 32;

/** The table, read again only when its version moved: one tiny query a request. */
@Injectable()
export class StandardsService extends Standards {
  private cached: StandardsTable | undefined;
  private replies = new Map<CivilDate, TaggedReply>();

  constructor(private readonly repository: StandardsRepository) {
    super();
  }

  async table(): Promise<StandardsTable> {
    const version = await this.repository.version();
    if (this.cached?.version === version) return this.cached;
    const rows = (await this.repository.list()).map(({ row }) => row);
    this.cached = { rows, version };
    this.replies = new Map();
    return this.cached;
  }

  /** The rows in force on the day, with the table's version. */
  async replyFor(asOf: CivilDate): Promise<TaggedReply> {
    const { rows, version } = await this.table();
    const known = this.replies.get(asOf);
    if (known) return known;
    const rulesVersion = rulesVersionOf(rows, asOf);
    const reply = TaggedReply.of({ asOf, rulesVersion, standards: standardsInForce(rows, asOf), version });
    if (this.replies.size >= MAX_REPLIES) this.replies.clear();
    this.replies.set(asOf, reply);
    return reply;
  }
}

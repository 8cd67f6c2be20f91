import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { SealBroken } from '../sealing/envelope';
import { labelIn } from '../sealing/sealed-column';
import { Sealing } from '../sealing/sealing';
import { Anchors, type Expected } from './anchors';
import { rowContent } from './audit';
import { GENESIS, linkContent } from './audit-chain';
import { AuditChainRepository, type StoredLink, type StoredRow } from './audit-chain.repository';
import { AuditMacs } from './audit-macs';
import { auditReason } from './audit-row.entity';

const PAGE = 1000;
const UNSEALED_AT_MOST_MS = 60_000;
const UNANCHORED_AT_MOST_MS = 5 * 60_000;
/** Enough to see what happened; a million lines say no more. */
const MAX_PROBLEMS = 100;

export interface AuditReport {
  readonly links: number;
  /** Rows too young to be sealed. */
  readonly young: number;
  readonly anchoredSeq: number;
  /** One readable line each; none when nothing was found. */
  readonly problems: readonly string[];
}

/** One walk over the chain, and what it has met. */
class Walk {
  readonly problems: string[];
  /** Places an anchor names and the walk has not come to. */
  readonly ahead: Map<number, string>;
  head = GENESIS;
  links = 0;
  firstUnanchored: StoredRow | undefined;

  constructor(readonly expected: Expected) {
    this.problems = [...expected.problems];
    this.ahead = new Map(expected.hashes);
  }

  found(problem: string): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(problem);
  }
}

/** Says whether any record was changed, removed, moved or slipped in since it was sealed. Needs no running server. */
@Injectable()
export class AuditVerifier {
  constructor(
    private readonly chain: AuditChainRepository,
    private readonly anchors: Anchors,
    private readonly macs: AuditMacs,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  async verify(): Promise<AuditReport> {
    const walk = new Walk(this.anchors.expected());
    for (let page = await this.chain.listLinks(0, PAGE); page.length > 0; ) {
      for (const link of page) this.judge(walk, link);
      page = await this.chain.listLinks(walk.head.seq, PAGE);
    }
    const cut = [...walk.ahead.keys()].sort((left, right) => right - left)[0];
    if (cut !== undefined)
      walk.found(`the chain ends at ${walk.head.seq} and was anchored at ${cut}: its end was cut off`);
    this.judgeAnchorAge(walk);
    const young = await this.judgeUnsealed(walk);
    return { links: walk.links, young, anchoredSeq: walk.expected.newest.seq, problems: walk.problems };
  }

  private judge(walk: Walk, link: StoredLink): void {
    const { head } = walk;
    const { seq, rowId, row } = link;
    if (seq !== head.seq + 1) walk.found(`links ${head.seq + 1} to ${seq - 1} were removed`);
    else if (!link.prevHash.equals(head.hash)) walk.found(`link ${seq} does not follow the one before it`);
    if (!row) walk.found(`link ${seq}: record ${rowId} was removed`);
    else {
      const mac = { keyId: link.keyId, mac: link.hash };
      if (!this.macs.holds('link', linkContent(seq, rowId, row.mac, link.prevHash), mac)) {
        walk.found(`link ${seq} was changed, or its record ${rowId} was exchanged`);
      }
      if (!this.rowHolds(row)) walk.found(`link ${seq}: record ${rowId} was changed`);
      if (seq > walk.expected.newest.seq) walk.firstUnanchored ??= row;
    }
    const anchored = walk.ahead.get(seq);
    if (anchored !== undefined && anchored !== link.hash.toString('hex')) {
      walk.found(`link ${seq} is not the one that was anchored: the chain was written anew`);
    }
    walk.ahead.delete(seq);
    walk.head = { seq, hash: link.hash };
    walk.links += 1;
  }

  private judgeAnchorAge(walk: Walk): void {
    const row = walk.firstUnanchored;
    if (!row || this.ageOf(row) <= UNANCHORED_AT_MOST_MS) return;
    walk.found(`record ${row.id} is not anchored after 5 minutes; the newest anchor is at ${walk.expected.newest.seq}`);
  }

  private async judgeUnsealed(walk: Walk): Promise<number> {
    const rows = await this.chain.listUnsealed(PAGE);
    for (const row of rows) {
      if (!this.rowHolds(row)) walk.found(`record ${row.id}, not sealed yet, was changed or slipped in`);
      else if (this.ageOf(row) > UNSEALED_AT_MOST_MS) walk.found(`record ${row.id} is not sealed after 60 seconds`);
    }
    return rows.length;
  }

  private ageOf(row: StoredRow): number {
    return this.clock.now().getTime() - Date.parse(row.at);
  }

  private rowHolds(row: StoredRow): boolean {
    try {
      const reason = row.reason === null ? null : this.sealing.open(labelIn(auditReason, row.id), row.reason);
      return this.macs.holds('row', rowContent(row, reason), row);
    } catch (error) {
      if (error instanceof SealBroken) return false;
      throw error;
    }
  }
}

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { SealBroken } from '../sealing/envelope';
import { Sealing } from '../sealing/sealing';
import {
  type AnchoredHead,
  AnchorFile,
  type AnchorFileLine,
  type AnchorLine,
  headOf,
  type RestoreLine,
} from './anchor-file';
import { type ChainHead, GENESIS } from './audit-chain';
import { AuditMacs, type Signed } from './audit-macs';
import { TipFiles, type TipLine } from './tip-files';

/** What the file says the chain must have been: hash by place, without what a signed restore took back. */
export interface Expected {
  readonly hashes: ReadonlyMap<number, string>;
  readonly newest: AnchoredHead;
  /** What is wrong with the file itself. */
  readonly problems: readonly string[];
}

interface Told {
  readonly who: string;
  readonly why: string;
}

const FROM_NOTHING: AnchoredHead = { seq: GENESIS.seq, hash: GENESIS.hash.toString('hex') };

/**
 * Writes and reads the signed lines of the anchor file, and of the tips beside it: of what the chain was since its
 * newest line, seconds after it grew. The anchor file is kept for ever and read whole, so it cannot grow as often.
 */
@Injectable()
export class Anchors {
  constructor(
    private readonly file: AnchorFile,
    private readonly tips: TipFiles,
    private readonly macs: AuditMacs,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** The newest place the anchor file names. */
  anchored(): AnchoredHead {
    const last = this.file.last();
    return last ? headOf(last) : FROM_NOTHING;
  }

  /** The newest place anything outside the database names. */
  newest(): AnchoredHead {
    return this.tipAfter(this.file.last()) ?? this.anchored();
  }

  /** Says where the chain is, until the next anchor does. On the disk when this has ended. */
  async tip({ seq, hash }: ChainHead): Promise<void> {
    const [head, after] = [{ seq, hash: hash.toString('hex') }, this.file.last()?.mac ?? ''];
    const at = this.clock.now().toISOString();
    await this.tips.append({ after, ...head, at, ...written(this.macs.sign('tip', [seq, head.hash, after, at])) });
  }

  anchor({ seq, hash }: ChainHead): void {
    this.anchorAt({ seq, hash: hash.toString('hex') });
  }

  private anchorAt({ seq, hash }: AnchoredHead): void {
    const at = this.clock.now().toISOString();
    this.file.append({ kind: 'anchor', seq, hash, at, ...written(this.macs.sign('anchor', [seq, hash, at])) });
  }

  /** Says that the database was put back on purpose, and by whom; who and why are sealed. */
  recordRestore(from: AnchoredHead, to: AnchoredHead, told: Told): void {
    // a tip says nothing beside the next line: what is taken back has to stand in the file itself
    if (from.seq !== this.anchored().seq) this.anchorAt(from);
    const [id, at] = [randomUUID(), this.clock.now().toISOString()];
    const sealed = this.sealing.sealJson(toldLabel(id), told).toString('base64');
    const mac = this.macs.sign('restore', [id, at, from.seq, from.hash, to.seq, to.hash, sealed]);
    const heads = { from: bare(from), to: bare(to) };
    this.file.append({ kind: 'restore', id, ...heads, told: sealed, at, ...written(mac) });
  }

  /** Who put the database back, and why, oldest first. */
  listRestores(): { readonly at: string; readonly who: string; readonly why: string }[] {
    return this.file
      .list()
      .flatMap((line) => (line?.kind === 'restore' ? [{ at: line.at, ...this.toldIn(line) }] : []));
  }

  /** The file is never written anew, so what stands there stays under its key, and the key may be retired. */
  private toldIn({ id, told }: RestoreLine): Told {
    try {
      return this.sealing.openJson<Told>(toldLabel(id), Buffer.from(told, 'base64'));
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      return { who: 'somebody', why: 'the audit record audit.restore-recorded of that moment says who and why' };
    }
  }

  expected(): Expected {
    const hashes = new Map<number, string>();
    const problems: string[] = [];
    let newest = FROM_NOTHING;
    const lines = this.file.list();
    for (const [index, line] of lines.entries()) {
      const problem = this.problemOf(line, newest);
      if (problem !== undefined) problems.push(`line ${index + 1} of the anchor file ${problem}`);
      if (line === undefined || problem !== undefined) continue;
      newest = headOf(line);
      if (line.kind === 'restore') forgetAfter(hashes, newest.seq);
      if (newest.seq > 0) hashes.set(newest.seq, newest.hash);
    }
    const tip = this.tipAfter(lines.at(-1));
    if (!tip) return { hashes, newest, problems };
    if (!this.tipHolds(tip))
      return { hashes, newest, problems: [...problems, 'the newest tip beside the anchor file is not signed by us'] };
    return { hashes: hashes.set(tip.seq, tip.hash), newest: tip, problems };
  }

  /** The newest tip, if it was written after this line of the anchor file and before any other. */
  private tipAfter(line: AnchorFileLine | undefined): TipLine | undefined {
    const tip = this.tips.last();
    return tip?.after === (line?.mac ?? '') ? tip : undefined;
  }

  private tipHolds({ seq, hash, after, at, keyId, mac }: TipLine): boolean {
    return this.macs.holds('tip', [seq, hash, after, at], { keyId, mac: Buffer.from(mac, 'hex') });
  }

  private problemOf(line: AnchorFileLine | undefined, newest: AnchoredHead): string | undefined {
    if (line === undefined) return 'cannot be read';
    const holds = line.kind === 'anchor' ? this.anchorHolds(line) : this.restoreHolds(line);
    if (!holds) return 'is not signed by us';
    const fits = line.kind === 'anchor' || (line.from.seq === newest.seq && line.from.hash === newest.hash);
    return fits ? undefined : 'takes back another state than the one before it';
  }

  private anchorHolds({ seq, hash, at, keyId, mac }: AnchorLine): boolean {
    return this.macs.holds('anchor', [seq, hash, at], { keyId, mac: Buffer.from(mac, 'hex') });
  }

  private restoreHolds({ id, at, from, to, told, keyId, mac }: RestoreLine): boolean {
    const content = [id, at, from.seq, from.hash, to.seq, to.hash, told];
    return this.macs.holds('restore', content, { keyId, mac: Buffer.from(mac, 'hex') });
  }
}

function toldLabel(id: string) {
  return { subject: 'audit-restore', field: 'told', row: id };
}

function written({ keyId, mac }: Signed) {
  return { keyId, mac: mac.toString('hex') };
}

function bare({ seq, hash }: AnchoredHead): AnchoredHead {
  return { seq, hash };
}

function forgetAfter(hashes: Map<number, string>, seq: number): void {
  for (const each of hashes.keys()) if (each > seq) hashes.delete(each);
}

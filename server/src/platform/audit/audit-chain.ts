/** Where the chain stands: the newest link, or its beginning. */
export interface ChainHead {
  readonly seq: number;
  /** 32 bytes. */
  readonly hash: Buffer;
}

/** Before the first link. Unique like every other `prev_hash`, so there is one first link. */
export const GENESIS: ChainHead = { seq: 0, hash: Buffer.alloc(32) };

/** What a link's hash covers: its place, its row as the row's own MAC stands for it, and all links before it. */
export function linkContent(seq: number, rowId: string, rowMac: Buffer, prevHash: Buffer): readonly unknown[] {
  return [seq, rowId, rowMac.toString('hex'), prevHash.toString('hex')];
}

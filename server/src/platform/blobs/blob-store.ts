export interface ResealedBlobs {
  readonly moved: number;
  readonly broken: number;
}

/**
 * Keeps what is too large for a row: sealed, under a random name, outside the database. A row somewhere names each blob;
 * one that no row names is swept by whoever owns those rows.
 */
export abstract class BlobStore {
  /** On the disk when it resolves, whole or not at all. @param id of `crypto.randomUUID()`. */
  abstract put(id: string, bytes: Buffer): Promise<void>;
  /** None when nothing is there. @throws SealBroken when it was changed, or moved from another name. */
  abstract get(id: string): Promise<Buffer | undefined>;
  /** What is not there is not missed. */
  abstract delete(id: string): Promise<void>;
  /** The id of each, in no order. */
  abstract list(): AsyncIterable<string>;
  /** Moves what an older key sealed to the current one; what no key opens stays as it is and is counted. */
  abstract reseal(): Promise<ResealedBlobs>;
  abstract countSealedUnder(keyId: number): Promise<number>;
}

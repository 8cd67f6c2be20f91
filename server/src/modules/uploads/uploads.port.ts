import type { Readable } from 'node:stream';
import type { Unclear } from './reading/reading';

/** A file that came in and was read. Nobody has it yet: it is kept by `Uploads.keep`, or swept within two days. */
export interface TakenFile {
  readonly fileId: string;
  readonly kind: 'jpeg' | 'pdf';
  /** How many of them. */
  readonly bytes: number;
  /** 1 of a picture. */
  readonly pages: number;
  /** Why a photo may be hard to read; whoever sent it decides whether to take it again. */
  readonly unclear?: Unclear;
}

export interface KeptFile {
  readonly kind: 'jpeg' | 'pdf';
  readonly bytes: Buffer;
}

/** Files of residents: photos and papers, each read and drawn anew before anybody keeps it. */
export abstract class Uploads {
  /**
   * Reads it and puts it into the store. Outside a transaction.
   * @throws Problem 413 `upload.too-large`, 422 `upload.…` with the way forward in words, 429 `upload.daily-limit` or
   * `upload.one-after-another` or `upload.many-at-once`: these before the first byte of it is read.
   */
  abstract take(accountId: string, file: Readable): Promise<TakenFile>;
  /** Inside the transaction of the row that names it. */
  abstract keep(file: TakenFile, accountId: string): Promise<void>;
  /** None when it is not there any more. Recording who read it is the caller's. */
  abstract read(fileId: string): Promise<KeptFile | undefined>;
  /** The same once more under an id of its own, to be kept beside another row; none when it is not there any more. */
  abstract copy(fileId: string): Promise<TakenFile | undefined>;
  /** How many bytes each has, by id; without those that are not there any more. */
  abstract sizesOf(fileIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Inside the transaction in which nobody names it any more; its bytes go after the commit. */
  abstract forget(fileIds: readonly string[]): Promise<void>;
}

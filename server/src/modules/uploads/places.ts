import { Injectable } from '@nestjs/common';
import { uploadProblems } from './upload-problems';

/** A phone sends the pages of a paper one after another, and may be at two papers; a third is one sent again. */
export const MOST_OF_ONE = 3;
/** A file lies in memory up to twice (10 MB as it came in, once more in one piece): twelve are a sixth of the server's. */
export const MOST_OF_ALL = 12;

/** Of this process: how many files may be in its memory at once, from their first byte until they are put away. */
@Injectable()
export class Places {
  private readonly held = new Map<string, number>();

  /** How many are taken, by everybody. */
  get all(): number {
    return [...this.held.values()].reduce((sum, count) => sum + count, 0);
  }

  /**
   * `work` in a place, which is free again however it ends.
   * @throws Problem 429 `upload.one-after-another` when this account has enough, `upload.many-at-once` when all are taken.
   */
  async during<T>(accountId: string, work: () => Promise<T>): Promise<T> {
    const own = this.held.get(accountId) ?? 0;
    if (own >= MOST_OF_ONE) throw uploadProblems.oneAfterAnother();
    if (this.all >= MOST_OF_ALL) throw uploadProblems.manyAtOnce();
    this.held.set(accountId, own + 1);
    try {
      return await work();
    } finally {
      this.giveBack(accountId);
    }
  }

  private giveBack(accountId: string): void {
    const left = (this.held.get(accountId) ?? 0) - 1;
    if (left > 0) this.held.set(accountId, left);
    else this.held.delete(accountId);
  }
}

type Work = () => Promise<void>;

/** One thing at a time, and owners in turn: whoever has much in line waits for nobody less than whoever has one thing. */
export class OwnersInTurn {
  private readonly waiting = new Map<string, Work[]>();
  private readonly unfinished = new Map<string, number>();
  private isGoing = false;

  /** What waits or is being done, of everybody. */
  get all(): number {
    return [...this.unfinished.values()].reduce((sum, count) => sum + count, 0);
  }

  of(owner: string): number {
    return this.unfinished.get(owner) ?? 0;
  }

  /** Settles as `work` does, once its turn has come. */
  take<T>(owner: string, work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const done = () => this.finish(owner);
      // over before its owner hears of it: the next may come in the same moment
      const turn = () => Promise.resolve().then(work).finally(done).then(resolve, reject);
      this.waiting.set(owner, [...(this.waiting.get(owner) ?? []), turn]);
      this.unfinished.set(owner, this.of(owner) + 1);
      void this.go();
    });
  }

  private async go(): Promise<void> {
    if (this.isGoing) return;
    this.isGoing = true;
    for (let [first] = this.waiting; first; [first] = this.waiting) {
      const [owner, [turn, ...others]] = first;
      this.waiting.set(owner, others);
      await turn?.();
      this.goBehind(owner);
    }
    this.isGoing = false;
  }

  /** Whoever just had a turn, with all they have in line, also what came meanwhile. */
  private goBehind(owner: string): void {
    const left = this.waiting.get(owner) ?? [];
    this.waiting.delete(owner);
    if (left.length > 0) this.waiting.set(owner, left);
  }

  private finish(owner: string): void {
    const left = this.of(owner) - 1;
    if (left > 0) this.unfinished.set(owner, left);
    else this.unfinished.delete(owner);
  }
}

import { AsyncResource } from 'node:async_hooks';

export interface TurnBounds {
  /** How many are let in with one turn of the event loop. */
  readonly each: number;
  /** How many may be inside at once while the others' turns stay short, and how many always may. */
  readonly mostInside: number;
  readonly leastInside: number;
  /** The event loop may be so late; later, fewer are inside, if anybody else is there to wait for it. */
  readonly lateMs: number;
  readonly mostWaiting: number;
}

/** How often it is looked how late the event loop is, while somebody waits. */
const LOOK_MS = 5;
const FEWER = 3 / 4;
/** Beside others the room comes back slowly: what was taken away in one look takes as many as it has places. */
const MORE_BESIDE_OTHERS = 0.25;
/** Alone it is there at once. */
const MORE_ALONE = 1.25;
/** Whoever was there a moment ago will be there again. */
const STILL_THERE_MS = 500;
/** Nobody has to be told that it is gone; a function bound by node instead would be a tenth of what outlives a wait. */
const AS_LONG_AS_IT_WAITS = { requireManualDestroy: true };
/** So many may be inside before anybody has looked. */
const AT_FIRST = 8;

interface Waiting {
  readonly since: number;
  /** Each goes on as itself, not as whoever happened to begin the turn. */
  readonly as: AsyncResource;
  readonly go: () => void;
  /** Nobody is there any more, or it took too long: it is not let in. */
  readonly leave: (since: number) => boolean;
}

/**
 * Lets a few in with each turn of the event loop, first come first served, and no more at once than can be served
 * without making everybody else wait; in between everybody else has their turn. Who comes while few do is let in at once.
 */
export class Turns {
  private readonly queue: Waiting[] = [];
  private left: number;
  private within = 0;
  private room: number;
  private begun = false;
  private pacing: NodeJS.Timeout | undefined;

  constructor(
    private readonly bounds: TurnBounds,
    private readonly othersCame: () => number,
  ) {
    this.left = bounds.each;
    this.room = Math.min(AT_FIRST, bounds.mostInside);
  }

  get waiting(): number {
    return this.queue.length;
  }

  get inside(): number {
    return this.within;
  }

  /**
   * `go` is called once there is room; then `ended` must be called, once.
   * @returns `false` when too many wait; then nothing will be called.
   */
  enter(go: () => void, leave: Waiting['leave']): boolean {
    if (this.queue.length === 0 && this.hasRoom()) {
      this.begin();
      this.letIn(go);
      return true;
    }
    if (this.queue.length >= this.bounds.mostWaiting) return false;
    this.queue.push({ since: performance.now(), as: new AsyncResource('Turns', AS_LONG_AS_IT_WAITS), go, leave });
    this.begin();
    return true;
  }

  ended(): void {
    this.within -= 1;
    if (this.queue.length > 0) this.begin();
  }

  private hasRoom(): boolean {
    return this.left > 0 && this.within < this.room;
  }

  private letIn(go: () => void): void {
    this.left -= 1;
    this.within += 1;
    go();
  }

  private begin(): void {
    if (this.begun) return;
    this.begun = true;
    setImmediate(() => {
      this.begun = false;
      this.left = this.bounds.each;
      while (this.queue.length > 0 && this.hasRoom()) this.next();
      if (this.queue.length === 0) return;
      // whoever ends begins the next turn; nobody turns in vain until then
      if (this.within < this.room) this.begin();
      this.pace();
    });
  }

  /** While somebody waits: a quarter fewer inside after a late look, one more after one in time. */
  private pace(): void {
    if (this.pacing !== undefined) return;
    const { mostInside, leastInside, lateMs } = this.bounds;
    const due = performance.now() + LOOK_MS;
    this.pacing = setTimeout(() => {
      this.pacing = undefined;
      const now = performance.now();
      const beside = now - this.othersCame() < STILL_THERE_MS;
      if (now - due > lateMs && beside) this.room = Math.max(leastInside, this.room * FEWER);
      else this.room = Math.min(mostInside, beside ? this.room + MORE_BESIDE_OTHERS : this.room * MORE_ALONE);
      // also when nobody inside ever ends
      while (this.queue[0]?.leave(this.queue[0].since)) this.queue.shift();
      if (this.queue.length > 0) this.begin();
    }, LOOK_MS).unref();
  }

  private next(): void {
    const waiting = this.queue.shift();
    if (!waiting || waiting.leave(waiting.since)) return;
    waiting.as.runInAsyncScope(() => this.letIn(waiting.go));
  }
}

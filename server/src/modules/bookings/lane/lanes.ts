import { AsyncResource } from 'node:async_hooks';

/** Most that is decided in one go. */
const FLUSH_MOST = 256;
/** Flushes of different lanes that run at once: the rest of the connections belong to everybody else. */
const FLUSHES_AT_ONCE = 8;
/** What one is thought to take before the first has been measured, in ms. */
const FIRST_GUESS_MS = 1;

interface Lane<Job> {
  readonly name: string;
  waiting: Job[];
  /** It is being flushed, or stands in the row of those that will be. */
  busy: boolean;
}

/**
 * Made when the program is loaded, by nobody: whatever runs in it knows no request, transaction or logger of whoever
 * happened to come first.
 */
const nobodys = new AsyncResource('booking-lane');

/**
 * One queue per name, first come first served, one flush of it at a time. Nothing lingers: a flush takes what came while
 * the one before it was under way, at most 256.
 */
export class Lanes<Job> {
  private readonly lanes = new Map<string, Lane<Job>>();
  private readonly ready: Lane<Job>[] = [];
  private flushing = 0;
  private msEach = FIRST_GUESS_MS;

  /**
   * @param most how many may wait in one lane.
   * @param flush answers every job it is given; in an empty async context. It may not reject.
   */
  constructor(
    private readonly most: number,
    private readonly flush: (name: string, jobs: readonly Job[]) => Promise<void>,
  ) {}

  /** @returns `false` when too many wait already: nothing was taken on. */
  join(name: string, job: Job): boolean {
    const lane = this.laneOf(name);
    if (lane.waiting.length >= this.most) return false;
    lane.waiting.push(job);
    if (!lane.busy) {
      lane.busy = true;
      this.ready.push(lane);
      // after those that arrived in the same turn of the loop
      nobodys.runInAsyncScope(() => setImmediate(() => this.startReady()));
    }
    return true;
  }

  /** How many wait for the next flushes of a lane. */
  ahead(name: string): number {
    return this.lanes.get(name)?.waiting.length ?? 0;
  }

  /** How long they will take, as the last ones did. */
  msFor(jobs: number): number {
    return jobs * this.msEach;
  }

  /** Who is decided next; they leave the line. */
  protected next(waiting: Job[]): Job[] {
    return waiting.splice(0, FLUSH_MOST);
  }

  private laneOf(name: string): Lane<Job> {
    const lane = this.lanes.get(name) ?? { name, waiting: [], busy: false };
    this.lanes.set(name, lane);
    return lane;
  }

  private startReady(): void {
    while (this.flushing < FLUSHES_AT_ONCE) {
      const lane = this.ready.shift();
      if (!lane) return;
      this.flushing += 1;
      void this.flushNext(lane);
    }
  }

  private async flushNext(lane: Lane<Job>): Promise<void> {
    const began = performance.now();
    const jobs = this.next(lane.waiting);
    await this.flush(lane.name, jobs);
    this.flushing -= 1;
    this.msEach += ((performance.now() - began) / jobs.length - this.msEach) / 8;
    if (lane.waiting.length > 0) {
      this.ready.push(lane);
    } else {
      lane.busy = false;
      this.lanes.delete(lane.name);
    }
    this.startReady();
  }
}

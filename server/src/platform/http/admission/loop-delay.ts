import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

const EVERY_MS = 50;

/** How late the event loop is: what everybody waits before anything of theirs is looked at. */
@Injectable()
export class LoopDelay implements OnApplicationShutdown {
  private readonly timer: NodeJS.Timeout;
  private due = performance.now() + EVERY_MS;
  private last = 0;
  private before = 0;

  constructor() {
    this.timer = setInterval(() => this.look(), EVERY_MS).unref();
  }

  /** The lesser of the last two: one long pause, such as a collection of garbage, is not yet a crowd. */
  get ms(): number {
    return Math.min(this.last, this.before);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const now = performance.now();
    this.before = this.last;
    this.last = Math.max(0, now - this.due);
    this.due = now + EVERY_MS;
  }
}

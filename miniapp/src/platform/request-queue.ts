/** Signing in must get through while a page loads: WeChat runs ten requests at once and fails the eleventh. */
export type Lane = 'ordinary' | 'sign-in';

const ORDINARY_AT_ONCE = 8;
const AT_ONCE = 10;

interface Waiting {
  readonly lane: Lane;
  readonly start: () => void;
}

/** At most eight requests at once, and two more for signing in. Who comes first goes first, lane by lane. */
export class RequestQueue {
  private running = 0;
  private readonly waiting: Waiting[] = [];

  async run<T>(lane: Lane, work: () => Promise<T>): Promise<T> {
    await this.turn(lane);
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.startNext();
    }
  }

  private turn(lane: Lane): Promise<void> {
    return new Promise((start) => {
      this.waiting.push({ lane, start });
      this.startNext();
    });
  }

  private startNext(): void {
    const next = this.waiting.findIndex(({ lane }) => this.running < (lane === 'sign-in' ? AT_ONCE : ORDINARY_AT_ONCE));
    if (next < 0) return;
    this.running += 1;
    for (const { start } of this.waiting.splice(next, 1)) start();
  }
}

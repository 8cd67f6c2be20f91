import { nowMs } from './clock';

/** Below this nobody comes again, whatever the server says. */
const LEAST_MS = 500;
/** Over how long those spread who were sent away in one moment; wider with each time, until a hall has room. */
const SPREAD_MS = { first: 2_000, growth: 1.5, widest: 10_000 };

const BUSY_CODES = ['booking.busy', 'server.busy'];

/** What the last try came to, for whoever shows it. */
export interface Told {
  /**
   * `busy`: the server looked at nothing and named a moment. `early`: what is wanted begins in a moment.
   * `no-answer`: whether it arrived is not known.
   */
  readonly why: 'busy' | 'early' | 'no-answer' | 'no-network';
  readonly retryAfterS: number | undefined;
  /** How many wait before one, where the server says so. */
  readonly ahead: number | undefined;
}

/** Too many came at once: nothing was done, and under the same key the same may be asked again. */
export function isBusy({ code }: { readonly code: string }): boolean {
  return BUSY_CODES.includes(code);
}

/** Never before the moment the server named; from then on at any moment of a spread, so that not everybody comes at once. */
export function nextTryMs(triesBefore: number, retryAfterS = 0, dice = Math.random()): number {
  const spreadMs = Math.min(SPREAD_MS.widest, SPREAD_MS.first * SPREAD_MS.growth ** triesBefore);
  return Math.max(LEAST_MS, retryAfterS * 1000) + dice * spreadMs;
}

export interface Limits {
  readonly tries: number;
  /** From the tap; the moment of the last try lies within. */
  readonly forMs: number;
}

/** How long a phone goes on by itself with what was tapped once. Then, or as soon as they wish, the resident decides. */
export class Patience {
  private readonly untilMs: number;
  private tries = 0;
  private over = false;
  private wake = (): void => undefined;

  constructor(
    private readonly limits: Limits,
    private readonly tell: (told: Told) => void = () => undefined,
  ) {
    this.untilMs = nowMs() + limits.forMs;
  }

  /**
   * Waits for the moment to try again; `false` when there is none any more.
   * @param waitMs where the moment is known better than by what the server said.
   */
  async next(told: Told, waitMs = nextTryMs(this.tries, told.retryAfterS)): Promise<boolean> {
    this.tries += 1;
    if (this.over || this.tries > this.limits.tries || nowMs() + waitMs > this.untilMs) return false;
    this.tell(told);
    await new Promise<void>((resolve) => {
      const waiting = setTimeout(resolve, waitMs);
      this.wake = () => {
        clearTimeout(waiting);
        resolve();
      };
    });
    return !this.over;
  }

  /** No further try; one that is on its way is still waited for. */
  stop(): void {
    this.over = true;
    this.wake();
  }
}

/** For whatever is tapped on an ordinary day. */
export function ordinaryPatience(): Patience {
  return new Patience({ tries: 3, forMs: 45_000 });
}

import { randomInt } from 'node:crypto';
import { nowMs } from '../_kit/clock';

const MOST_WRONG = 5;
const LOCKED_MS = 15 * 60_000;

/** One-time codes of staff. The one at hand is shown on the desk; once used another takes its place. */
export class SignInCodes {
  private readonly codes = new Map<string, string>();
  private readonly wrong = new Map<string, { times: number; until: number }>();

  /** The code that works now. */
  current(number: string): string {
    const code = this.codes.get(number) ?? String(randomInt(0, 1_000_000)).padStart(6, '0');
    this.codes.set(number, code);
    return code;
  }

  /** A right code is used up. Five wrong ones in a row lock the number for a quarter of an hour. */
  try(number: string, code: string): 'right' | 'wrong' | 'locked' {
    const record = this.wrong.get(number) ?? { times: 0, until: 0 };
    if (record.until > nowMs()) return 'locked';
    if (code === this.current(number)) {
      this.codes.delete(number);
      this.wrong.delete(number);
      return 'right';
    }
    const times = record.times + 1;
    const locked = times >= MOST_WRONG;
    this.wrong.set(number, { times: locked ? 0 : times, until: locked ? nowMs() + LOCKED_MS : 0 });
    return 'wrong';
  }

  reset(): void {
    this.codes.clear();
    this.wrong.clear();
  }
}

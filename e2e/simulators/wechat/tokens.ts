import { randomBytes } from 'node:crypto';
import { nowMs } from '../_kit/clock';

const LIVES_MS = 7_200_000;
const RENEWED_BEFORE_MS = 300_000;
const FORCED_A_DAY = 20;
const FORCED_APART_MS = 30_000;
const DAY_MS = 86_400_000;

interface Token {
  readonly text: string;
  readonly endsMs: number;
}

/** `stable_token`: one token in force, renewed five minutes before its end; the one before lives to its own end. */
export class Tokens {
  private now: Token | undefined;
  private before: Token | undefined;
  private forcedMs: number[] = [];

  current(): { readonly access_token: string; readonly expires_in: number } {
    if (!this.now || this.now.endsMs - nowMs() <= RENEWED_BEFORE_MS) {
      this.before = this.now;
      this.now = { text: randomBytes(48).toString('base64url'), endsMs: nowMs() + LIVES_MS };
    }
    return { access_token: this.now.text, expires_in: Math.floor((this.now.endsMs - nowMs()) / 1000) };
  }

  /** Ends the token in force; undefined above 20 a day or within 30 s. */
  force(): { readonly access_token: string; readonly expires_in: number } | undefined {
    this.forcedMs = this.forcedMs.filter((at) => at > nowMs() - DAY_MS);
    const last = this.forcedMs.at(-1) ?? Number.NEGATIVE_INFINITY;
    if (this.forcedMs.length >= FORCED_A_DAY || nowMs() - last < FORCED_APART_MS) return undefined;
    this.forcedMs.push(nowMs());
    this.end();
    return this.current();
  }

  /** No token is good any more: the next call must fetch one. */
  end(): void {
    this.now = undefined;
    this.before = undefined;
  }

  /** The token in force has run out, as after two hours. */
  expire(): void {
    if (this.now) this.before = { ...this.now, endsMs: nowMs() - 1 };
    this.now = undefined;
  }

  check(text: string): 'good' | 'wrong' | 'expired' {
    const token = [this.now, this.before].find((each) => each?.text === text);
    if (!token) return 'wrong';
    return token.endsMs > nowMs() ? 'good' : 'expired';
  }

  reset(): void {
    this.end();
    this.forcedMs = [];
  }
}

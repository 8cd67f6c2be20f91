export interface IssuedToken {
  readonly token: string;
  /** What it is good for, from now. */
  readonly seconds: number;
}

/** WeChat renews by itself this long before the end; earlier we would get the old one back. */
const RENEWED_BEFORE_SECONDS = 300;
const JITTER_SECONDS = 60;

/**
 * The one access token of this process. Whoever asks while it is being fetched waits for the same fetch; it is fetched
 * anew five minutes before its end, give or take a minute, so that several processes do not ask in the same second.
 */
export class StableToken {
  private kept: { readonly token: string; readonly untilMs: number } | undefined;
  private fetching: Promise<string | undefined> | undefined;

  /** @param nowMs a clock that only ever goes forward. */
  constructor(
    private readonly fetch: () => Promise<IssuedToken | undefined>,
    private readonly nowMs: () => number,
  ) {}

  /** None when WeChat gives none. */
  async get(): Promise<string | undefined> {
    if (this.kept && this.nowMs() < this.kept.untilMs) return this.kept.token;
    this.fetching ??= this.fetchNew().finally(() => {
      this.fetching = undefined;
    });
    return this.fetching;
  }

  /** Forgets the token WeChat no longer takes. Another one, fetched meanwhile, stays. */
  drop(token: string): void {
    if (this.kept?.token === token) this.kept = undefined;
  }

  private async fetchNew(): Promise<string | undefined> {
    const issued = await this.fetch();
    if (issued === undefined) return undefined;
    const jitter = (Math.random() * 2 - 1) * JITTER_SECONDS;
    const seconds = Math.max(issued.seconds - RENEWED_BEFORE_SECONDS + jitter, issued.seconds / 2);
    this.kept = { token: issued.token, untilMs: this.nowMs() + seconds * 1000 };
    return issued.token;
  }
}

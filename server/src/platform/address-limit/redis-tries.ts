import { setImmediate as others, setTimeout as pause } from 'node:timers/promises';
import { type Counted, PERIOD_MS } from './try-counts';

/** Redis runs it as one: nobody comes between the look and the count. A key goes by itself when its period is over. */
const TAKE = `
local tries = tonumber(redis.call('GET', KEYS[1]) or '0')
if tries >= tonumber(ARGV[1]) then return 0 end
if redis.call('INCR', KEYS[1]) == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return 1`;

/** Servers' clocks differ a little: a period must not be forgotten while somebody is still in it. */
const KEPT_MS = PERIOD_MS + 60_000;
const START_WITHIN_MS = 1000;
const LATE = 'late';
/** A connection that died without a word is noticed by a question without an answer. */
const ASK_EVERY_MS = 3000;
const SILENT_MS = 8000;

/** What we ask of the library's client, whose own type is of many parameters. */
interface Client {
  readonly isOpen: boolean;
  readonly isReady: boolean;
  readonly eval: (script: string, options: { keys: string[]; arguments: string[] }) => Promise<unknown>;
  destroy(): void;
}

/** Counts in one Redis for all servers. Its keys are digests under our key: nobody can tell from them who tried. */
export class RedisTries {
  /** A Redis that needs longer is as good as away. Paid once in a period by whoever asks just then. */
  private readonly answerWithinMs = 1000;
  private client: Client | undefined;

  /** @param onLost told whenever what was counted there may be gone; in words that name no address and no password. */
  constructor(
    private readonly url: string,
    private readonly onLost: (why: string) => void,
  ) {}

  get isReady(): boolean {
    return this.client?.isReady ?? false;
  }

  /** Waits a second for it; it goes on trying by itself. */
  async start(): Promise<void> {
    // only where it is asked for: it costs 18 MB and a tenth of a second
    const { createClient } = await import('@redis/client');
    const client = createClient({
      url: this.url,
      name: 'jinmen',
      disableOfflineQueue: true,
      pingInterval: ASK_EVERY_MS,
      socket: {
        connectTimeout: START_WITHIN_MS,
        socketTimeout: SILENT_MS,
        reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, 2000) + Math.floor(Math.random() * 100),
      },
    });
    this.client = client;
    client.on('error', (error: unknown) => this.onLost(codeOf(error)));
    const connected = client.connect().catch((error: unknown) => this.onLost(codeOf(error)));
    await Promise.race([connected, pause(START_WITHIN_MS, undefined, { ref: false })]);
  }

  /** @throws Error when Redis did not say in time whether there was room. */
  async take({ digest }: Counted, limit: number): Promise<boolean> {
    if (!this.client) throw new Error('not started');
    const options = { keys: [`jinmen:tries:${digest}`], arguments: [String(limit), String(KEPT_MS)] };
    const answer = this.client.eval(TAKE, options);
    // it may come after nobody waits for it any more
    answer.catch(() => undefined);
    const inTime = await Promise.race([answer, this.late()]);
    if (inTime === LATE) throw Object.assign(new Error('no answer in time'), { code: LATE });
    return inTime === 1;
  }

  /** Never waits for an answer. */
  end(): void {
    if (this.client?.isOpen) this.client.destroy();
  }

  /** Where it was this process that was late, an answer that lies in the socket is read before it counts as missing. */
  private async late(): Promise<typeof LATE> {
    await pause(this.answerWithinMs, undefined, { ref: false });
    for (let turns = 0; turns < 2; turns += 1) await others();
    return LATE;
  }
}

/** What went wrong as one word: a message may repeat the address. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  // Redis begins what it refuses with such a word: NOAUTH, OOM, READONLY, LOADING
  return /^[A-Z]{2,20}(?= )/.exec(error.message)?.[0] ?? error.name;
}

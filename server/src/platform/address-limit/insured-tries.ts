import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock';
import { Config } from '../config/config';
import { traceOf } from '../http/problem.filter';
import { Gauges } from '../metrics/gauges';
import { DatabaseTries } from './database-tries';
import { codeOf, RedisTries } from './redis-tries';
import { type Counted, PERIOD_MS, TryCounts } from './try-counts';

/** So many networks and accounts are remembered in a period, some 10 MB; for more, the database begins at nothing. */
const MOST_REMEMBERED = 50_000;

/**
 * Counts in Redis where there is one (`REDIS_URL`), and in the database while there is none: a limit is never open, and
 * no request fails because Redis did. Each process remembers what it counted in Redis and carries it to the database when
 * Redis is lost, so that nobody begins at nothing; and because the database then knows more than a Redis that is back, the
 * rest of the period stays there.
 */
@Injectable()
export class InsuredTries extends TryCounts implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('InsuredTries');
  private readonly redis?: RedisTries;
  private lostIn: number | undefined;
  private ended = false;
  /** Counted in Redis and not yet in the database; of one period. */
  private remembered = new Map<string, number>();
  private rememberedOf = 0;

  constructor(
    private readonly database: DatabaseTries,
    private readonly clock: Clock,
    config: Config,
    gauges: Gauges,
  ) {
    super();
    if (config.redisUrl === undefined) return;
    this.redis = new RedisTries(config.redisUrl, (why) => this.lost(why));
    gauges.add(async () => [
      '# TYPE rate_counts_in_redis gauge',
      `rate_counts_in_redis ${this.inRedis(this.period) ? 1 : 0}`,
    ]);
  }

  async onModuleInit(): Promise<void> {
    await this.redis?.start();
  }

  onApplicationShutdown(): void {
    this.ended = true;
    this.redis?.end();
  }

  async take(counted: Counted, limit: number): Promise<boolean> {
    if (!this.redis) return this.database.take(counted, limit);
    const free = this.inRedis(counted.period) ? await this.takeThere(this.redis, counted, limit) : undefined;
    if (free !== undefined) return free;
    this.lost('away');
    return this.takeHere(counted, limit);
  }

  /** Nothing when Redis did not say. */
  private async takeThere(redis: RedisTries, counted: Counted, limit: number): Promise<boolean | undefined> {
    const free = await redis.take(counted, limit).catch((error: unknown) => this.lost(codeOf(error)));
    if (free === true) await this.remember(counted);
    return free ?? undefined;
  }

  private get period(): number {
    return Math.floor(this.clock.now().getTime() / PERIOD_MS);
  }

  private inRedis(period: number): boolean {
    return this.redis?.isReady === true && this.lostIn !== period;
  }

  private async takeHere(counted: Counted, limit: number): Promise<boolean> {
    const before = this.forget(counted);
    try {
      return await this.database.take(counted, limit, before);
    } catch (error) {
      this.add(counted, before);
      throw error;
    }
  }

  private async remember(counted: Counted): Promise<void> {
    // lost while it was being counted: what is remembered was carried already
    if (this.lostIn === counted.period) return this.database.carry(counted, 1);
    this.add(counted, 1);
  }

  private add({ digest, period }: Counted, tries: number): void {
    if (period > this.rememberedOf) {
      this.remembered = new Map();
      this.rememberedOf = period;
    }
    const known = this.remembered.get(digest);
    if (tries === 0 || period < this.rememberedOf) return;
    if (known === undefined && this.remembered.size >= MOST_REMEMBERED) return;
    this.remembered.set(digest, (known ?? 0) + tries);
  }

  private forget({ digest }: Counted): number {
    const tries = this.remembered.get(digest) ?? 0;
    this.remembered.delete(digest);
    return tries;
  }

  /** Once a period; Redis is asked again in the next. */
  private lost(why: string): void {
    const { period } = this;
    if (this.ended || this.lostIn === period) return;
    this.lostIn = period;
    this.logger.error({ alarm: 'rate limits without redis', why, countedIn: 'database' });
    if (this.rememberedOf === period) void this.carryAll(period);
  }

  /** One by one: whoever asks meanwhile carries their own first. */
  private async carryAll(period: number): Promise<void> {
    for (const digest of [...this.remembered.keys()]) {
      const tries = this.forget({ digest, period });
      if (tries === 0 || this.ended) continue;
      try {
        await this.database.carry({ digest, period }, tries);
      } catch (error) {
        this.add({ digest, period }, tries);
        this.logger.warn(traceOf(error));
      }
    }
  }
}

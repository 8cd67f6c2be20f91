import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock';
import { Gauges } from '../metrics/gauges';
import { correctionMs } from './correction';

const EVERY_MS = 20_000;

/**
 * Keeps all processes to one time, the database's, however wrong the clock of a machine is (docs/adr/0051): nobody books
 * early at one copy and late at another, and no token lives longer there. The embedded database has the machine's own.
 */
@Injectable()
export class ClockWatch implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Clock');
  private timer: NodeJS.Timeout | undefined;
  private aheadMs = 0;
  private correctedMs = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    gauges: Gauges,
  ) {
    gauges.add(async () => [`clock_ahead_ms ${this.aheadMs}`]);
  }

  async onModuleInit(): Promise<void> {
    if (this.dataSource.options.type !== 'mysql') return;
    await this.look();
    this.timer = setInterval(() => {
      // a database that is gone is told by whoever looks after it
      this.look().catch(() => undefined);
    }, EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const asked = performance.now();
    const [row]: { ms: string }[] = await this.dataSource.query('SELECT UNIX_TIMESTAMP(NOW(3)) * 1000 AS ms');
    const tookMs = performance.now() - asked;
    if (!row) return;
    const aheadMs = Math.round(this.clock.machineMs() - tookMs / 2 - Number(row.ms));
    const before = this.correctedMs;
    this.correctedMs = correctionMs(before, { aheadMs, tookMs });
    if (this.correctedMs !== 0 && before === 0) this.logger.error({ alarm: 'this machine’s clock is wrong', aheadMs });
    if (this.correctedMs === 0 && before !== 0) this.logger.log({ clock: 'right again' });
    this.aheadMs = this.correctedMs || aheadMs;
    this.clock.correct(this.correctedMs);
  }
}

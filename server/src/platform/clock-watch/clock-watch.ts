import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock';
import { Gauges } from '../metrics/gauges';

/** Machines that are looked after agree much better; less is left as it is, so that time does not jump for nothing. */
const AGREE_WITHIN_MS = 1000;
/** An answer that took longer says too little about when it was given. */
const TELLS_WITHIN_MS = 500;
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
    if (!row || tookMs > TELLS_WITHIN_MS) return;
    const aheadMs = Math.round(this.clock.machineMs() - tookMs / 2 - Number(row.ms));
    const isWrong = Math.abs(aheadMs) > AGREE_WITHIN_MS;
    const wasWrong = Math.abs(this.aheadMs) > AGREE_WITHIN_MS;
    if (isWrong && !wasWrong) this.logger.error({ alarm: 'this machine’s clock is wrong', aheadMs });
    if (!isWrong && wasWrong) this.logger.log({ clock: 'right again' });
    this.aheadMs = aheadMs;
    this.clock.correct(isWrong ? aheadMs : 0);
  }
}

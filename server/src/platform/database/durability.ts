import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How a MySQL server was told to keep what it acknowledges. */
export interface KeepingSettings {
  readonly innodb_flush_log_at_trx_commit: number;
  readonly log_bin: number;
  readonly sync_binlog: number;
}

/** The settings by which a power cut could take away what somebody was told they have; empty when there are none. */
export function riskySettings(settings: KeepingSettings): readonly string[] {
  const risky: string[] = [];
  if (settings.innodb_flush_log_at_trx_commit !== 1) {
    risky.push(`innodb_flush_log_at_trx_commit=${settings.innodb_flush_log_at_trx_commit}`);
  }
  if (settings.log_bin === 1 && settings.sync_binlog !== 1) risky.push(`sync_binlog=${settings.sync_binlog}`);
  return risky;
}

/** Says at the start when the database may lose what it acknowledged (ADR 0027). It serves all the same: a person decides. */
@Injectable()
export class DurabilityCheck implements OnApplicationBootstrap {
  private readonly logger = new Logger(DurabilityCheck.name);

  constructor(private readonly dataSource: DataSource) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.dataSource.options.type !== 'mysql') return;
    const [row]: Record<keyof KeepingSettings, number | string>[] = await this.dataSource.query(
      `SELECT @@GLOBAL.innodb_flush_log_at_trx_commit AS innodb_flush_log_at_trx_commit,
              @@GLOBAL.log_bin AS log_bin, @@GLOBAL.sync_binlog AS sync_binlog`,
    );
    if (!row) return;
    const risky = riskySettings({
      innodb_flush_log_at_trx_commit: Number(row.innodb_flush_log_at_trx_commit),
      log_bin: Number(row.log_bin),
      sync_binlog: Number(row.sync_binlog),
    });
    if (risky.length > 0) this.logger.warn({ alarm: 'database may lose what it acknowledged', settings: risky });
  }
}

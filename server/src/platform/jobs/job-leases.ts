import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A working process renews well before this; one that dies is replaced after it. */
const LEASE_MS = 15_000;

/**
 * Lets one process at a time do a job. Instants are the database's, so that neither a machine's wrong clock nor a
 * stopped test clock keeps a lease alive. The embedded database has one process, which needs no lease.
 */
@Injectable()
export class JobLeases {
  private readonly holder = randomUUID();

  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` and keeps the lease meanwhile, and for `keepMs` after it. False when another process has it. */
  async hold(name: string, keepMs: number, work: () => Promise<void>): Promise<boolean> {
    if (this.dataSource.options.type !== 'mysql') {
      await work();
      return true;
    }
    if (!(await this.take(name, LEASE_MS))) return false;
    const renewal = setInterval(() => void this.take(name, LEASE_MS).catch(() => undefined), LEASE_MS / 3);
    try {
      await work();
    } finally {
      clearInterval(renewal);
      await this.take(name, Math.min(keepMs, LEASE_MS));
    }
    return true;
  }

  /** Lets go of whatever this process holds, so that another need not wait for the lease to end. */
  async releaseAll(): Promise<void> {
    if (this.dataSource.options.type !== 'mysql') return;
    await this.dataSource.query('UPDATE job_lease SET held_until = UTC_TIMESTAMP(3) WHERE holder = ?', [this.holder]);
  }

  private async take(name: string, forMs: number): Promise<boolean> {
    await this.dataSource.query(
      "INSERT IGNORE INTO job_lease (name, holder, held_until) VALUES (?, '', '2000-01-01')",
      [name],
    );
    const { affectedRows }: { affectedRows: number } = await this.dataSource.query(
      `UPDATE job_lease SET holder = ?, held_until = UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND
       WHERE name = ? AND (holder = ? OR held_until <= UTC_TIMESTAMP(3))`,
      [this.holder, forMs * 1000, name, this.holder],
    );
    return affectedRows === 1;
  }
}

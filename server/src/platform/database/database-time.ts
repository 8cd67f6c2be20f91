import type { DataSource } from 'typeorm';

/**
 * SQL for an instant by the database's own clock, to the millisecond: what several processes must agree on (leases, when
 * something is due) does not depend on theirs, nor on a clock a test has stopped.
 * @param inMs how long from now.
 */
export function databaseTime(dataSource: DataSource, inMs = 0): string {
  const ms = Math.round(inMs);
  if (dataSource.options.type === 'mysql') {
    return ms === 0 ? 'UTC_TIMESTAMP(3)' : `TIMESTAMPADD(MICROSECOND, ${ms * 1000}, UTC_TIMESTAMP(3))`;
  }
  return `strftime('%Y-%m-%d %H:%M:%f', 'now', '${(ms / 1000).toFixed(3)} seconds')`;
}

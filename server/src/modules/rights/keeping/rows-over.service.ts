import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { tableOf } from '../catalogue/catalogue';
import type { Condition } from '../owned-rows';
import { LegalHolds } from './legal-holds.service';
import { type RetentionRule, retentionRules } from './retention-rules';

const DAY_MS = 24 * 3_600_000;

/** Which rows' time is over, by the rules and the days a city has set. */
@Injectable()
export class RowsOver {
  constructor(
    private readonly holds: LegalHolds,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** None where the city has set no days. Rows under a legal hold are among them. */
  byRule({ name, since, where }: RetentionRule): Condition | undefined {
    const days = this.config.keepDays[name];
    if (days === undefined) return undefined;
    const before = this.clock
      .instantBefore(days * DAY_MS)
      .toISOString()
      .replace('T', ' ')
      .replace('Z', '');
    return { sql: `${since} < ? AND (${where})`, values: [before] };
  }

  /** The rows of a table that a run would remove, by a rule of its own or with what they are part of; none: none of it. */
  async inTable(table: string): Promise<Condition | undefined> {
    const { partOf } = tableOf(table);
    const held = await this.holds.idsIn(table);
    const but = held.length > 0 ? ` AND id NOT IN (${held.map(() => '?').join(', ')})` : '';
    const conditions = retentionRules
      .filter((rule) => rule.table === table)
      .flatMap((rule) => this.byRule(rule) ?? [])
      .map(({ sql, values }) => ({ sql: `(${sql}${but})`, values: [...values, ...held] }));
    const parent = partOf && (await this.inTable(partOf.table));
    if (parent) {
      const key = tableOf(partOf.table).key ?? 'id';
      const sql = `${partOf.column} IN (SELECT ${key} FROM ${partOf.table} WHERE ${parent.sql})`;
      conditions.push({ sql, values: [...parent.values] });
    }
    if (conditions.length === 0) return undefined;
    const any = conditions.map(({ sql }) => sql).join(' OR ');
    // nothing is known of an end that has not come: it is not over
    return { sql: `COALESCE((${any}), 0) = 1`, values: conditions.flatMap(({ values }) => values) };
  }
}

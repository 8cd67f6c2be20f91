import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Clock, instantOf } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import type { WindowQuery, WindowTally } from './slot-inventory.port';
import { SlotWindowRow } from './slot-window.entity';

/** The states of a window at `:now`, as SQL both databases understand; the same as `unitsLeft` says of one window. */
const OVER = '(w.closes_at <= :now OR w.starts_at <= :now)';
const CLOSED = `(NOT ${OVER} AND w.closed = 1)`;
const NOT_YET = `(NOT ${OVER} AND w.closed = 0 AND w.opens_at > :now)`;
export const RELEASED = `(NOT ${OVER} AND w.closed = 0 AND w.opens_at <= :now)`;
const ONLINE = '(w.capacity - w.held_back - w.taken + w.staff_taken)';
const FREE = '(w.capacity - w.taken)';
export const LEFT = `(CASE WHEN ${ONLINE} <= 0 OR ${FREE} <= 0 THEN 0 WHEN ${ONLINE} < ${FREE} THEN ${ONLINE} ELSE ${FREE} END)`;

export const counted = (condition: string, value = '1') => `SUM(CASE WHEN ${condition} THEN ${value} ELSE 0 END)`;

const COLUMNS: Readonly<Record<string, string>> = {
  left_units: counted(RELEASED, LEFT),
  capacity: counted('w.closed = 0', 'w.capacity - w.held_back'),
  open_count: counted(`${RELEASED} AND ${LEFT} > 0`),
  sold_out: counted(`${RELEASED} AND ${LEFT} = 0`),
  closed_count: counted(CLOSED),
  not_yet: counted(NOT_YET),
  over_count: counted(OVER),
  opens_at: `MIN(CASE WHEN ${NOT_YET} THEN w.opens_at END)`,
  ends_at: `MIN(CASE WHEN NOT ${OVER} THEN CASE WHEN w.closes_at < w.starts_at THEN w.closes_at ELSE w.starts_at END END)`,
  why: `MIN(CASE WHEN ${CLOSED} THEN w.why END)`,
};

interface TallyRow {
  readonly day: CivilDate;
  readonly pool_id: string;
  readonly site: string;
  readonly kind: string;
  readonly marks: string;
  readonly opens_at: Date | string | null;
  readonly ends_at: Date | string | null;
  readonly why: string | null;
  /** Sums come as text from one of the databases. */
  readonly [column: string]: unknown;
}

/** Windows counted where they are. */
@Injectable()
export class WindowTallies {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async of({ service, kind, sites, from, to }: WindowQuery): Promise<readonly WindowTally[]> {
    const query = this.transactions.manager
      .createQueryBuilder(SlotWindowRow, 'w')
      .innerJoin('w.pool', 'p')
      .select(['w.day AS day', 'p.id AS pool_id', 'p.site AS site', 'p.kind AS kind', 'w.marks AS marks'])
      .where('w.day BETWEEN :from AND :to AND p.service = :service', { from, to, service })
      .setParameter('now', this.clock.now())
      .groupBy('w.day')
      .addGroupBy('p.id')
      .addGroupBy('p.site')
      .addGroupBy('p.kind')
      .addGroupBy('w.marks')
      .orderBy('w.day')
      .addOrderBy('p.site')
      .addOrderBy('p.kind');
    for (const [name, sql] of Object.entries(COLUMNS)) query.addSelect(sql, name);
    if (kind !== undefined) query.andWhere('p.kind = :kind', { kind });
    if (sites) query.andWhere('p.site IN (:...sites)', { sites: sites.length > 0 ? sites : [''] });
    const rows = await query.getRawMany<TallyRow>();
    return rows.map(tallyOf);
  }
}

function tallyOf(row: TallyRow): WindowTally {
  const { day, pool_id: poolId, site, kind, opens_at, ends_at, why } = row;
  return {
    day,
    poolId,
    site,
    kind,
    marks: JSON.parse(row.marks),
    left: Number(row.left_units),
    capacity: Number(row.capacity),
    open: Number(row.open_count),
    soldOut: Number(row.sold_out),
    closed: Number(row.closed_count),
    notYetOpen: Number(row.not_yet),
    over: Number(row.over_count),
    ...(opens_at !== null && { opensAt: instantOfColumn(opens_at) }),
    ...(ends_at !== null && { endsAt: instantOfColumn(ends_at) }),
    ...(why !== null && { why }),
  };
}

/** The embedded database gives an instant it was asked to compare as text in UTC. */
function instantOfColumn(value: Date | string): Date {
  return typeof value === 'string' ? instantOf(Date.parse(`${value.replace(' ', 'T')}Z`)) : value;
}

import type { Transactions } from '../database/transactions';
import type { Gauges } from './gauges';

/** Each is a code of ours, never what somebody typed. */
export type Labels = Readonly<Record<string, string>>;

/** What may be counted, and by what. docs/operations.md says what each means. */
const COUNTED = {
  relief_handed_in_total: ['programme'],
  relief_decided_total: ['programme', 'outcome'],
  relief_taken_back_total: ['programme'],
  booking_steps_total: ['service', 'act'],
  waiting_list_ended_total: ['how'],
} as const;

/** Working days from what was handed in to its decision; around 10, 20, 30 are the clocks of the law (policy-facts A.9). */
const BUCKETS = [1, 3, 5, 10, 15, 20, 30, 45, 60] as const;

/** More than there are programmes, outcomes and acts; whoever counts more has made a mistake, and `/metrics` is spared it. */
const MOST_SERIES = 300;
const CODE = /^[a-z][a-z0-9-]{0,59}$/;

interface Days {
  readonly buckets: number[];
  sum: number;
  count: number;
}

/**
 * What came of it for residents, counted by each process since its start for whoever runs it; add the processes up. Counted
 * when it is committed, so it costs the database nothing and never counts what was undone. It says nothing about anybody.
 */
export class Outcomes {
  private readonly counts = new Map<keyof typeof COUNTED, Map<string, number>>();
  private readonly days = new Map<string, Days>();

  constructor(
    private readonly transactions: Pick<Transactions, 'isOpen' | 'afterCommit'>,
    gauges: Gauges,
  ) {
    gauges.add(async () => this.lines());
  }

  happened<Name extends keyof typeof COUNTED>(
    name: Name,
    labels: Readonly<Record<(typeof COUNTED)[Name][number], string>>,
    times = 1,
  ): void {
    if (times === 0) return;
    const key = keyOf(COUNTED[name], labels);
    this.once(() => {
      const series = this.counts.get(name) ?? new Map<string, number>();
      this.counts.set(name, series);
      const known = series.has(key) || series.size < MOST_SERIES ? key : keyOf(COUNTED[name], {});
      series.set(known, (series.get(known) ?? 0) + times);
    });
  }

  /** A decision that took so many working days. */
  decidedWithin(bureau: string, workingDays: number): void {
    const key = keyOf(['bureau'], { bureau });
    this.once(() => {
      const entry = this.days.get(key) ?? { buckets: BUCKETS.map(() => 0), sum: 0, count: 0 };
      this.days.set(key, entry);
      for (const [at, limit] of BUCKETS.entries()) {
        if (workingDays <= limit) entry.buckets[at] = (entry.buckets[at] ?? 0) + 1;
      }
      entry.sum += workingDays;
      entry.count += 1;
    });
  }

  private once(count: () => void): void {
    if (this.transactions.isOpen) this.transactions.afterCommit(count);
    else count();
  }

  private lines(): readonly string[] {
    const counted = [...this.counts].flatMap(([name, series]) => [
      `# TYPE ${name} counter`,
      ...[...series].map(([labels, count]) => `${name}{${labels}} ${count}`),
    ]);
    const name = 'relief_decision_working_days';
    const took = [...this.days].flatMap(([labels, { buckets, sum, count }]) => [
      ...BUCKETS.map((limit, at) => `${name}_bucket{${labels},le="${limit}"} ${buckets[at] ?? 0}`),
      `${name}_bucket{${labels},le="+Inf"} ${count}`,
      `${name}_sum{${labels}} ${sum}`,
      `${name}_count{${labels}} ${count}`,
    ]);
    return took.length > 0 ? [...counted, `# TYPE ${name} histogram`, ...took] : counted;
  }
}

function keyOf(names: readonly string[], labels: Labels): string {
  return names.map((name) => `${name}="${codeOr(labels[name])}"`).join(',');
}

/** What is no code of ours is not repeated. */
function codeOr(value: string | undefined): string {
  return value !== undefined && CODE.test(value) ? value : 'other';
}

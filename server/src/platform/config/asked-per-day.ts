/** How often in a day something may be asked. 示例: no rule is known. */
export interface AskedPerDay {
  readonly perAccount: number;
  /** About one, by all accounts together. */
  readonly perTarget: number;
  /** What one account asks about one counts so often, and no more, towards what all may ask about them. */
  readonly byOne: number;
}

interface Counts {
  count(name: string, fallback: number): number;
}

/** So many accounts together must never use up what may be asked about somebody: it would lock them, or a family, out. */
const ACCOUNTS = 3;

/** `<PREFIX>_PER_ACCOUNT`, `_PER_TARGET` and `_BY_ONE`. */
export function readAskedPerDay(read: Counts, prefix: string, fallback: AskedPerDay): AskedPerDay {
  return {
    perAccount: read.count(`${prefix}_PER_ACCOUNT`, fallback.perAccount),
    perTarget: read.count(`${prefix}_PER_TARGET`, fallback.perTarget),
    byOne: read.count(`${prefix}_BY_ONE`, fallback.byOne),
  };
}

/** What is wrong where a few accounts could use up somebody's day. */
export function lockingOut(prefix: string, { perTarget, byOne }: AskedPerDay): readonly string[] {
  const isSafe = ACCOUNTS * byOne < perTarget;
  return isSafe
    ? []
    : [`${prefix}_PER_TARGET must be more than ${ACCOUNTS} × ${prefix}_BY_ONE, or a few lock others out`];
}

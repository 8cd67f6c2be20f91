import type { CivilDate } from '@jinmen/shared/kernel/civil-date';

/** A day at a site somebody waits for. `pool` is what is counted there: two kinds may share it. */
export interface Wish {
  readonly pool: string;
  readonly site: string;
  readonly day: CivilDate;
}

/** A whole party in the line of a service. */
export interface Waiter {
  readonly id: string;
  /** The smaller, the sooner. Nobody else in the line has the same. */
  readonly place: number;
  readonly wishes: readonly Wish[];
}

/** Equal for wishes that the same free unit could fulfil. */
export function wishKey({ pool, site, day }: Wish): string {
  return `${pool} ${site} ${day}`;
}

/** Whoever comes first stands first. */
export function inOrder<Someone extends Waiter>(line: readonly Someone[]): readonly Someone[] {
  return line.toSorted((one, other) => one.place - other.place);
}

/**
 * 1 = next. Only those count who stand before them and wait for something they wait for too: whoever waits for another
 * day takes nothing from them. So it can only get better, unless somebody changes the order.
 */
export function rankOf(line: readonly Waiter[], id: string): number | undefined {
  const waiter = line.find((each) => each.id === id);
  if (!waiter) return undefined;
  const mine = new Set(waiter.wishes.map(wishKey));
  const before = line.filter(
    ({ place, wishes }) => place < waiter.place && wishes.some((wish) => mine.has(wishKey(wish))),
  );
  return before.length + 1;
}

/** Whose turn a free unit is; `passed` had theirs at it. */
export function nextFor<Someone extends Waiter>(
  line: readonly Someone[],
  free: Wish,
  passed: ReadonlySet<string> = new Set(),
): Someone | undefined {
  const key = wishKey(free);
  return inOrder(line).find(({ id, wishes }) => !passed.has(id) && wishes.some((wish) => wishKey(wish) === key));
}

/** The places after one moved to be `to` (1 = first) of the whole line; only those that changed. The places stay the same set. */
export function moved(line: readonly Waiter[], id: string, to: number): ReadonlyMap<string, number> {
  const before = inOrder(line);
  const one = before.find((each) => each.id === id);
  if (!one) return new Map();
  const others = before.filter((each) => each !== one);
  const at = Math.min(Math.max(to, 1), before.length) - 1;
  const after = [...others.slice(0, at), one, ...others.slice(at)];
  const now = after.map((each, index) => [each.id, before[index]?.place ?? each.place] as const);
  const was = new Map(before.map((each) => [each.id, each.place]));
  return new Map(now.filter(([each, place]) => was.get(each) !== place));
}

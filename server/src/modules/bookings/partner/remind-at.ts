import { instantOf } from '../../../platform/clock';

const FOUR_HOURS_MS = 4 * 3_600_000;

/** Four hours before the end: at the twentieth of twenty-four; of a shorter time in its middle. */
export function remindAt({ askedAt, until }: { readonly askedAt: Date; readonly until: Date }): Date {
  const [asked, end] = [askedAt.getTime(), until.getTime()];
  return instantOf(Math.max(end - FOUR_HOURS_MS, asked + (end - asked) / 2));
}

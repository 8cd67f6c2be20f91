/** For how many days something is kept once it is over, by `KEEP_<NAME>_DAYS`. None has a source: all are 示例. */
export const KEEP_DAYS = {
  drafts: 365,
  relief: 1825,
  bookings: 365,
  farewells: 365,
  messages: 365,
  complaints: 1095,
  urgent: 1095,
  consents: 1095,
} as const;

export type Settled = keyof typeof KEEP_DAYS;

/** Nothing is removed of what has no days (`off`). */
export type KeepDays = Readonly<Partial<Record<Settled, number>>>;

export function keepSetting(name: Settled): string {
  return `KEEP_${name.toUpperCase()}_DAYS`;
}

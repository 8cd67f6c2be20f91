/**
 * For how many days something is kept once it is over, by `KEEP_<NAME>_DAYS`. None has a source, all are 示例; but for
 * `relatives`, which is a record of what was given to others: at least three years (网络数据安全管理条例 第十二条).
 */
export const KEEP_DAYS = {
  drafts: 365,
  relief: 1825,
  bookings: 365,
  farewells: 365,
  messages: 365,
  complaints: 1095,
  urgent: 1095,
  consents: 1095,
  relatives: 1095,
} as const;

export type Settled = keyof typeof KEEP_DAYS;

/** Nothing is removed of what has no days (`off`). */
export type KeepDays = Readonly<Partial<Record<Settled, number>>>;

export function keepSetting(name: Settled): string {
  return `KEEP_${name.toUpperCase()}_DAYS`;
}

/** What is wrong where a record is to be removed before the law lets it. */
export function keptTooShort({ relatives = KEEP_DAYS.relatives }: KeepDays): readonly string[] {
  if (relatives >= KEEP_DAYS.relatives) return [];
  return [`${keepSetting('relatives')} must be at least ${KEEP_DAYS.relatives}: 网络数据安全管理条例 第十二条`];
}

/** 示例: what no source says, the city sets. */
export function readKeepDays(read: { limit(name: string, fallback: string): number | undefined }): KeepDays {
  // cast: Object.keys forgets what the keys are called
  const names = Object.keys(KEEP_DAYS) as Settled[];
  const set = names.map((name) => [name, read.limit(keepSetting(name), String(KEEP_DAYS[name]))] as const);
  return Object.fromEntries(set.filter(([, days]) => days !== undefined));
}

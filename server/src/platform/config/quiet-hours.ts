/** The time of day in Tianjin at which nobody is disturbed; minutes since midnight. It may run over midnight. */
export interface QuietHours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Reads `21:00-08:00`; undefined for anything else. Equal ends mean that it is never quiet. */
export function readQuietHours(text: string): QuietHours | undefined {
  const [, from, to] = /^(\d{2}:\d{2})-(\d{2}:\d{2})$/.exec(text) ?? [];
  const fromMinute = minuteOf(from);
  const toMinute = minuteOf(to);
  return fromMinute === undefined || toMinute === undefined ? undefined : { fromMinute, toMinute };
}

function minuteOf(time: string | undefined): number | undefined {
  const [hour = 24, minute = 60] = (time ?? '').split(':').map(Number);
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

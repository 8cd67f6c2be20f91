import { addDays, type CivilDate, dayNumber, isCivilDate } from '../kernel/civil-date';

/** 容缺承诺单: the papers that follow, each with its last day, signed once and dated. */
export interface CommitmentView {
  readonly signedAt: string;
  readonly papers: readonly PromisedPaper[];
  /** What was agreed to, as it was read before signing. */
  readonly text: readonly string[];
  /** The last day anybody may be given once more; none left when it was given. */
  readonly extension?: { readonly until: CivilDate };
  /** It was made longer once. */
  readonly extended?: true;
}

export interface PromisedPaper {
  readonly kind: string;
  readonly name: string;
  readonly by: CivilDate;
  /** Handed in meanwhile. */
  readonly kept: boolean;
}

/** One paper and the last day one promises it for. */
export interface PaperPromise {
  readonly kind: string;
  readonly by: CivilDate;
}

/** How long papers may follow, and how much longer once more. No source gives either: configuration, 示例. */
export interface PromiseLimits {
  readonly followDays: number;
  readonly extensionDays: number;
}

/** Why a promise cannot be made as it stands. */
export type WrongPromise = 'not-a-day' | 'too-soon' | 'too-late' | 'twice';

/** What is wrong with each, by its place; today is soon enough, and nothing is promised for a day gone by. */
export function wrongPromises(
  promises: readonly PaperPromise[],
  today: CivilDate,
  lastDay: CivilDate,
): readonly { readonly index: number; readonly why: WrongPromise }[] {
  return promises.flatMap(({ kind, by }, index) => {
    const why = wrongWith(by, today, lastDay);
    const twice = promises.findIndex((other) => other.kind === kind) !== index;
    return why !== undefined ? [{ index, why }] : twice ? [{ index, why: 'twice' as const }] : [];
  });
}

function wrongWith(by: CivilDate, today: CivilDate, lastDay: CivilDate): WrongPromise | undefined {
  if (!isCivilDate(by)) return 'not-a-day';
  if (by < today) return 'too-soon';
  return by > lastDay ? 'too-late' : undefined;
}

/** The last day papers may be promised for. */
export function lastPromiseDay(today: CivilDate, { followDays }: PromiseLimits): CivilDate {
  return addDays(today, followDays);
}

/** Days before the last one on which one is reminded. */
export const REMINDER_DAYS = [3, 1, 0] as const;
export type ReminderStep = (typeof REMINDER_DAYS)[number] | 'missed';

/**
 * The reminder whose turn it is: the last that has come, so that a server that slept over one does not send two. None
 * before the third day.
 */
export function reminderStep(by: CivilDate, today: CivilDate): ReminderStep | undefined {
  const left = dayNumber(by) - dayNumber(today);
  if (left < 0) return 'missed';
  return [...REMINDER_DAYS].reverse().find((days) => left <= days);
}

import { dayInShanghai, dayNumber } from '@jinmen/shared/kernel/civil-date';
import { waitsForPapers } from '../_kit/case-book';
import { type CaseBureau, programmeOf } from '../_kit/case-bureau';
import { type CaseRecord, isClosed, isWithdrawn, type Per } from '../_kit/case-record';
import { nowMs, today } from '../_kit/clock';

export const PERS: Readonly<Record<Per, string>> = {
  'household-month': '每户每月',
  'person-month': '每人每月',
  once: '一次',
};

/** `11月25日 10:30` of `2026-11-25T10:30:15+08:00`. */
export function momentWords(at: string): string {
  return `${Number(at.slice(5, 7))}月${Number(at.slice(8, 10))}日 ${at.slice(11, 16)}`;
}

export interface StateWords {
  readonly text: string;
  readonly tone: 'new' | 'going' | 'waiting' | 'done';
}

/** Where a case is, for whoever looks at the list. */
export function stateOf(record: CaseRecord): StateWords {
  if (isWithdrawn(record)) return { text: '已撤回', tone: 'done' };
  if (isClosed(record)) return { text: '已有结果', tone: 'done' };
  if (waitsForPapers(record)) return { text: '等材料', tone: 'waiting' };
  if (!record.acceptedOn) return { text: '新来的', tone: 'new' };
  if (record.publicised) return { text: '公示中', tone: 'going' };
  return { text: '在办', tone: 'going' };
}

/** What is late about a case; undefined when nothing is. Holidays are not known here: Monday to Friday are counted. */
export function overdueWords(record: CaseRecord, bureau: CaseBureau): string | undefined {
  if (isClosed(record)) return undefined;
  if (waitsForPapers(record) && record.paperRequest && record.paperRequest.by < today()) return '材料过期没到';
  const since = record.acceptedOn ?? dayInShanghai(Date.parse(record.filedAt));
  const passed = weekdaysSince(since);
  return passed > bureau.workingDays ? `超过 ${bureau.workingDays} 个工作日` : undefined;
}

function weekdaysSince(day: string): number {
  let count = 0;
  // 1970-01-01 was a Thursday.
  for (let at = dayNumber(day as never) + 1; at <= dayNumber(dayInShanghai(nowMs())); at++) {
    if (![2, 3].includes(at % 7)) count += 1;
  }
  return count;
}

/** As `programmeTitles`, for a list: each way of saying it once. */
export function titlesInLists(record: CaseRecord, bureau: CaseBureau): string {
  const titles = record.items.map(({ programme }) => programmeOf(bureau, programme));
  return [...new Set(titles.map(({ title, inLists }) => inLists ?? title))].join('、');
}

export function programmeTitles(record: CaseRecord, bureau: CaseBureau): string {
  return record.items.map(({ programme }) => programmeOf(bureau, programme).title).join('、');
}

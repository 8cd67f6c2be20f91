import type { ChangeView } from '@jinmen/shared/applications/changes';
import { fenIn, monthOf, type PaymentsView } from '@jinmen/shared/applications/payments';
import type { CaseItemView, TimelineStep } from '@jinmen/shared/applications/views';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { dayWords, monthWords } from '@jinmen/shared/kernel/day-words';
import { yuan } from '@jinmen/shared/kernel/money';
import { moneyWords } from '../money/money-words';

const { steps: words } = moneyWords;

/** What is paid, or not any more, and when the office looks again. */
export function moneySteps(
  caseId: string,
  holder: string,
  { programme, payments }: CaseItemView,
  today: CivilDate,
): readonly TimelineStep[] {
  if (!payments) return [];
  const title = catalogue.find(({ code }) => code === programme)?.title ?? programme;
  const about = { holder, programmes: [programme] };
  const { recheck, state } = payments;
  const money = { ...about, id: `${caseId}:money:${programme}`, ...moneyStep(title, payments, today) };
  if (!recheck || state === 'stopped' || state === 'ended') return [money];
  return [
    money,
    {
      ...about,
      id: `${caseId}:recheck:${programme}`,
      state: 'ahead',
      title: words.recheck(title),
      line: words.recheckOn(dayWords(recheck.on)),
      ...(recheck.often && { due: { ...recheck.often, on: recheck.on, overdue: recheck.overdue, expected: false } }),
    },
  ];
}

/** What the resident told, in their own timeline. */
export function changeSteps(id: string, changes: readonly ChangeView[]): readonly TimelineStep[] {
  return changes.map(({ id: change, kind, at }) => ({
    id: `${id}:change:${change}`,
    state: 'done',
    title: words.changed[kind],
    line: words.changeHeard,
    at,
  }));
}

function moneyStep(
  title: string,
  payments: PaymentsView,
  today: CivilDate,
): Pick<TimelineStep, 'state' | 'title' | 'line' | 'at'> {
  const { state, stopped, paid } = payments;
  const [last] = paid;
  if (state === 'stopped' && stopped) {
    const { from, why, at } = stopped;
    return { state: 'stopped', title: words.stopped(title, monthWords(from)), line: words.why(why), at };
  }
  if (state === 'ended' && last) return { state: 'done', title: words.ended(title), at: last.at };
  if (last) {
    const line = words.last(monthWords(last.month), yuan(last.fen), dayWords(last.on));
    return { state: 'now', title: words.paying(title), line };
  }
  const fen = fenIn(payments, payments.plan?.from ?? monthOf(today));
  const from = payments.plan?.from;
  const line = fen === undefined || from === undefined ? undefined : words.from(monthWords(from), yuan(fen));
  return { state: 'now', title: words.planned(title), ...(line && { line }) };
}

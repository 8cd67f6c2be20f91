import type { BookingView } from '@jinmen/shared/bookings/views';
import { isOver } from '../../../state/bookings';

export type GroupName = 'you' | 'ahead' | 'over';

export interface BookingGroup {
  readonly name: GroupName;
  readonly items: readonly BookingView[];
}

/** What waits for a tap of theirs first, then what is to come, the next first; what is over last, the newest first. */
export function groupsOf(bookings: readonly BookingView[]): readonly BookingGroup[] {
  const byTime = [...bookings].sort((one, other) => one.window.startsAt.localeCompare(other.window.startsAt));
  const of = (name: GroupName) => byTime.filter((booking) => groupOf(booking) === name);
  const groups: readonly BookingGroup[] = [
    { name: 'you', items: of('you') },
    { name: 'ahead', items: of('ahead') },
    { name: 'over', items: of('over').reverse() },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

function groupOf(booking: BookingView): GroupName {
  if (isOver(booking)) return 'over';
  return waitsForYou(booking) ? 'you' : 'ahead';
}

function waitsForYou({ state, acts }: BookingView): boolean {
  return state === 'held' || state === 'displaced' || acts.includes('agree-change') || acts.includes('invite');
}

import type { ComplaintView } from '@jinmen/shared/complaints/views';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { Complaint } from './complaint.entity';
import type { ComplaintReading } from './complaint-clock.service';
import { complaintWords } from './complaint-words';
import type { OpenedComplaint } from './complaints.repository';

/** A complaint as its owner sees it, but for what it is about. */
export function complaintView(
  { row, text, answer }: OpenedComplaint,
  reading: ComplaintReading,
): Omit<ComplaintView, 'application'> {
  const { id, number, isCorrection, state, createdAt, answeredAt } = row;
  return {
    id,
    number,
    kind: isCorrection === 1 ? 'correction' : row.kind,
    text,
    at: createdAt.toISOString(),
    state,
    due: dueOf(row, reading),
    ...(answer !== undefined && answeredAt && { answer: { text: answer, at: answeredAt.toISOString() } }),
  };
}

/** Of an open one by the notices there are now; of one that was answered the day that was said when it was taken. */
function dueOf({ state, dueOn, createdAt }: Readonly<Complaint>, reading: ComplaintReading): ComplaintView['due'] {
  const { today, days, calendar } = reading;
  if (state === 'answered') return { on: dueOn, clock: complaintWords.clock(days), expected: false, overdue: false };
  const { on, expected } = calendar.addWorkingDays(dayInShanghai(createdAt.getTime()), days);
  const clock = expected ? complaintWords.expectedClock(days) : complaintWords.clock(days);
  return { on, clock, expected, overdue: today > on };
}
